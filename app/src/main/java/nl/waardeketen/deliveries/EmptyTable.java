// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;

/** Whether a table of a template was left empty: a header and nothing below it. What cannot be read is not called empty. */
final class EmptyTable {
    /** A header of one line is shorter. */
    private static final int MOST_BYTES = 1 << 16;

    private EmptyTable() {}

    static boolean is(Path file, @Nullable String sheet) throws IOException {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return Files.size(file) <= MOST_BYTES && isHeaderOnly(Files.readAllBytes(file));
        }
        return name.endsWith(".xlsx") && sheet != null && isEmptySheet(file, sheet);
    }

    private static boolean isHeaderOnly(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return !text.isBlank() && text.lines().filter(line -> !line.isBlank()).count() == 1;
    }

    private static boolean isEmptySheet(Path file, String wanted) throws IOException {
        try (var opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var sheets = new XSSFReader(opened).getSheetIterator();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    if (sheets.getSheetName().equals(wanted)) {
                        return hasNoValueBelowHeader(sheet);
                    }
                }
            }
            return false;
        } catch (OpenXML4JException | XMLStreamException | RuntimeException e) {
            return false;
        }
    }

    private static boolean hasNoValueBelowHeader(InputStream sheet) throws XMLStreamException {
        var reader = XMLHelper.newXMLInputFactory().createXMLStreamReader(sheet);
        int rows = 0;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                var element = reader.getLocalName();
                rows += element.equals("row") ? 1 : 0;
                if (rows > 1 && (element.equals("v") || element.equals("is"))) {
                    return false;
                }
            }
        }
        return rows > 0;
    }
}
