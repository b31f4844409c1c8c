// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.network;

import java.util.List;
import org.springframework.stereotype.Service;

/** The organisations of the region. */
@Service
public class Organisations {

    public List<Organisation> all() {
        return List.of();
    }
}
