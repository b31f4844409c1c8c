// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import nl.waardeketen.shared.Forbidden;
import nl.waardeketen.shared.Invalid;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.shared.Refusal;
import nl.waardeketen.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** Turns what went wrong into a page. Of a fault of ours the log gets the place, the viewer a reference number. */
@ControllerAdvice
class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final PageFrame frame;
    private final Clock clock;

    Refusals(PageFrame frame, Clock clock) {
        this.frame = frame;
        this.clock = clock;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, Locale locale) {
        var status = status(refusal);
        return page(FaultPage.refused(refusal, status, clock.instant(), locale), request, locale);
    }

    @ExceptionHandler
    ModelAndView failed(Exception failure, HttpServletRequest request, Locale locale) throws Exception {
        if (isOfSecurity(failure)) {
            throw failure;
        }
        var status = status(failure);
        if (status.is4xxClientError()) {
            return page(FaultPage.ended(status, null, clock.instant(), locale), request, locale);
        }
        var reference = FaultPage.newReference();
        LOG.error("Fault {}: {}", reference, Places.of(failure));
        return page(FaultPage.ended(status, reference, clock.instant(), locale), request, locale);
    }

    /** Refusals by the security filters go back to them: they lead to signing in. */
    private static boolean isOfSecurity(Exception failure) {
        return failure.getClass().getName().startsWith("org.springframework.security.");
    }

    private ModelAndView page(FaultPage fault, HttpServletRequest request, Locale locale) {
        var page = new ModelAndView("error");
        page.setStatus(HttpStatus.valueOf(fault.status()));
        page.addObject("fault", fault);
        frame.addTo(page.getModelMap(), request, locale, PageFrame.address(request));
        return page;
    }

    private static HttpStatus status(Refusal refusal) {
        if (refusal instanceof NotFound) {
            return HttpStatus.NOT_FOUND;
        }
        if (refusal instanceof Forbidden) {
            return HttpStatus.FORBIDDEN;
        }
        if (refusal instanceof Invalid) {
            return HttpStatus.BAD_REQUEST;
        }
        return refusal instanceof Refused ? HttpStatus.CONFLICT : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static HttpStatus status(Exception failure) {
        if (failure instanceof ErrorResponse response) {
            return HttpStatus.valueOf(response.getStatusCode().value());
        }
        if (failure instanceof TypeMismatchException) {
            return HttpStatus.BAD_REQUEST;
        }
        var declared = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
        return declared == null ? HttpStatus.INTERNAL_SERVER_ERROR : declared.code();
    }
}
