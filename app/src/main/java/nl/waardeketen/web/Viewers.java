// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import nl.waardeketen.shared.Forbidden;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Finds the viewer of a request, who is the principal that signed in. */
final class Viewers implements HandlerMethodArgumentResolver {

    static Optional<Viewer> of(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        var who = principal instanceof Authentication signedIn ? signedIn.getPrincipal() : principal;
        return who instanceof Viewer viewer ? Optional.of(viewer) : Optional.empty();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        var servletRequest = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return of(servletRequest).orElseThrow(() -> new Forbidden("viewer.unknown"));
    }
}
