// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The first part of a workbook: its sheets, and which day its dates count from. */
final class WorkbookOutline extends DefaultHandler {
    private static final String RELATIONS = "officeDocument/";

    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;

    /**
     * A sheet.
     *
     * @param relation by which the workbook finds it
     */
    record Sheet(String name, String relation, boolean hidden) {}

    @Override
    public void startElement(String space, String element, String qualified, Attributes attributes) {
        if (element.equals("sheet")) {
            var state = attributes.getValue("state");
            sheets.add(new Sheet(
                    String.valueOf(attributes.getValue("name")),
                    relation(attributes),
                    state != null && !state.equals("visible")));
        } else if (element.equals("workbookPr")) {
            var value = attributes.getValue("date1904");
            from1904 = value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
        }
    }

    private static String relation(Attributes attributes) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals("id") && attributes.getURI(i).contains(RELATIONS)) {
                return attributes.getValue(i);
            }
        }
        return "";
    }

    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /** What numbers mean in this workbook, before its styles are known. */
    CellFormats formats() {
        return new CellFormats(from1904);
    }
}
