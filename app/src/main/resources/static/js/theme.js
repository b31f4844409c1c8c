// SPDX-License-Identifier: Apache-2.0
// Follows the light or dark of the device, before anything is drawn.
(() => {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const follow = () => {
    root.dataset.bsTheme = dark.matches ? "dark" : "light";
    document.dispatchEvent(new Event("theme"));
  };
  root.classList.add("wk-scripted");
  follow();
  dark.addEventListener("change", follow);
})();
