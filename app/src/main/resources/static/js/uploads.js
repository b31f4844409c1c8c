// SPDX-License-Identifier: Apache-2.0
// Sends files in parts, goes on after a broken connection, and after a reload when the same files are chosen again.
(() => {
  const form = document.querySelector("[data-upload]");
  if (!form) {
    return;
  }
  const words = form.querySelector("[data-words]").dataset;
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector("[data-files]");
  const wrong = form.querySelector("[data-wrong]");
  const state = form.querySelector("[data-state]");
  const stop = form.querySelector("[data-stop]");
  const send = form.querySelector("[type=submit]");
  const root = form.action.replace(/\?.*$/, "");
  const token = form.querySelector("input[name=_csrf]")?.value;
  const part = Number(form.dataset.part);
  const LONGEST_WAIT = 30000;
  let stopped = false;

  const show = (place, text) => {
    place.textContent = text;
    place.hidden = text === "";
  };
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const hex = (buffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, "0")).join("");
  const digest = async (bytes) => (crypto.subtle ? crypto.subtle.digest("SHA-256", bytes) : null);

  const kind = (name) => {
    const low = name.toLowerCase();
    if (low === "datapackage.json") {
      return words.package;
    }
    if (low.endsWith(".zip")) {
      return words.zip;
    }
    if (/\.ya?ml$/.test(low)) {
      return words.mapping;
    }
    return /\.(csv|txt|tsv|xlsx|parquet|gz)$/.test(low) ? words.table : words.other;
  };

  const rows = () => {
    list.replaceChildren(...[...input.files].map((file) => {
      const row = document.createElement("li");
      const name = document.createElement("span");
      name.textContent = file.name;
      const what = document.createElement("span");
      what.className = "wk-note";
      what.textContent = kind(file.name);
      const bar = document.createElement("progress");
      bar.max = file.size;
      bar.value = 0;
      bar.setAttribute("aria-label", `${words.bar} ${file.name}`);
      row.append(name, what, bar);
      return row;
    }));
  };

  class Refused extends Error {}

  // A broken connection is tried again, longer and longer apart; a refusal is not.
  const ask = async (address, options) => {
    for (let wait = 500; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      if (stopped) {
        throw new Refused("");
      }
      let answer;
      try {
        answer = await fetch(address, {
          ...options,
          headers: { ...options.headers, ...(token ? { "X-CSRF-TOKEN": token } : {}) },
        });
      } catch {
        answer = null;
      }
      if (answer?.ok && answer.headers.get("Content-Type")?.includes("json")) {
        show(state, words.sending);
        return answer.json();
      }
      if (answer !== null && answer.status < 500) {
        const told = await answer.json().catch(() => ({}));
        throw new Refused(told.refusal ?? words.failed);
      }
      show(state, words.again);
      await pause(wait);
    }
  };

  const open = (files) => [...document.querySelectorAll("[data-open]")].find((each) => {
    const known = [...each.querySelectorAll("data")];
    return known.length === files.length
      && known.every((one, i) => one.dataset.name === files[i].name && Number(one.value) === files[i].size);
  })?.dataset.id;

  const begin = async (files) => {
    const there = open(files);
    if (there) {
      const answer = await ask(`${root}/${there}`, {});
      show(state, words.resumed);
      return answer;
    }
    const body = new URLSearchParams();
    files.forEach((file) => {
      body.append("name", file.name);
      body.append("size", file.size);
    });
    return ask(root, { method: "POST", body });
  };

  const sendFile = async (id, file, number, received, bar) => {
    let offset = received;
    const digests = [];
    for (let at = 0; at < file.size; at += part) {
      const blob = await file.slice(at, at + part).arrayBuffer();
      const sum = await digest(blob);
      digests.push(sum);
      while (offset < Math.min(at + part, file.size)) {
        const rest = offset > at ? blob.slice(offset - at) : blob;
        const check = offset > at ? await digest(rest) : sum;
        const answer = await ask(`${root}/${id}/${number}?offset=${offset}`, {
          method: "PUT",
          body: rest,
          headers: { "Content-Type": "application/octet-stream", "X-Part-SHA256": check ? hex(check) : "" },
        });
        offset = answer.received[0];
        bar.value = offset;
      }
      bar.value = Math.max(bar.value, Math.min(at + part, offset));
    }
    if (digests.includes(null)) {
      return null;
    }
    return hex(await digest(await new Blob(digests).arrayBuffer()));
  };

  const run = async (files) => {
    const begun = await begin(files);
    const bars = list.querySelectorAll("progress");
    const body = new URLSearchParams();
    for (let i = 0; i < files.length; i += 1) {
      const sum = await sendFile(begun.id, files[i], i, begun.received[i], bars[i]);
      if (sum !== null) {
        body.append("digest", sum);
      }
    }
    show(state, words.verifying);
    const done = await ask(`${root}/${begun.id}/finish`, { method: "POST", body });
    location.assign(done.page);
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    stopped = false;
    show(wrong, input.files.length === 0 ? words.missing : "");
    if (input.files.length === 0) {
      return;
    }
    send.disabled = true;
    stop.hidden = false;
    show(state, words.sending);
    try {
      await run([...input.files]);
    } catch (failure) {
      show(wrong, failure.message || words.failed);
      if (stopped) {
        location.reload();
      }
    } finally {
      send.disabled = false;
      stop.hidden = true;
    }
  });
  stop.addEventListener("click", () => {
    stopped = true;
  });
  input.addEventListener("change", rows);
  const drop = form.querySelector("[data-drop]");
  ["dragover", "dragenter"].forEach((name) => drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("wk-drop-over");
  }));
  ["dragleave", "drop"].forEach((name) => drop.addEventListener(name, () => drop.classList.remove("wk-drop-over")));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    rows();
  });
})();
