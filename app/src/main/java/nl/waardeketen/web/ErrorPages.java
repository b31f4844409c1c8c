// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page for what failed before or after the controllers. */
@Controller
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Clock clock;

    ErrorPages(Clock clock) {
        this.clock = clock;
    }

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request, Locale locale) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var known = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        var status = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        var page = new ModelAndView("error");
        page.setStatus(status);
        page.addObject("fault", FaultPage.ended(status, reference(request, status), clock.instant(), locale));
        return page;
    }

    private static @Nullable String reference(HttpServletRequest request, HttpStatus status) {
        if (!status.is5xxServerError()) {
            return null;
        }
        var reference = FaultPage.newReference();
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            LOG.error("Fault {}: {}", reference, Places.of(failure));
        } else {
            LOG.error("Fault {} with status {}", reference, status.value());
        }
        return reference;
    }
}
