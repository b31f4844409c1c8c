// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.waardeketen.home.Acting;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request work on behalf of the organisation of whoever signed in, whatever the request itself says. */
final class ActingFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Account account) {
            var scope = new Acting(account.organisation(), account.account()).enter();
            try {
                chain.doFilter(request, response);
            } finally {
                scope.close();
            }
        } else {
            chain.doFilter(request, response);
        }
    }
}
