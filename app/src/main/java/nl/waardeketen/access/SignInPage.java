// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.access;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPage {

    @GetMapping("/sign-in")
    String signIn() {
        return "access/sign-in";
    }
}
