// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An Excel workbook (.xlsx), read as a stream: the sheets it has, and the cells of one of them. */
final class Workbook implements Closeable {
    static {
        // A sheet of a million rows that are much alike packs to a hundredth of its size and less.
        ZipSecureFile.setMinInflateRatio(0.002);
    }

    private final String name;
    private final OPCPackage opened;
    private final XSSFReader reader;
    private final WorkbookOutline outline;
    private final CellFormats formats;
    private final SharedTexts texts;

    private Workbook(String name, OPCPackage opened, Scratch scratch) throws IOException, OpenXML4JException {
        this.name = name;
        this.opened = opened;
        reader = new XSSFReader(opened);
        outline = parse(reader.getWorkbookData(), new WorkbookOutline());
        formats = outline.formats();
        try (var styles = reader.getStylesData()) {
            if (styles != null) {
                parse(styles, formats);
            }
        }
        texts = new SharedTexts(scratch);
        try (var strings = reader.getSharedStringsData()) {
            if (strings != null) {
                parse(strings, texts.parser());
            }
        }
        texts.finish();
    }

    static Workbook open(Path path, String name, Scratch scratch) throws IOException {
        OPCPackage opened;
        try {
            opened = OPCPackage.open(path.toFile(), PackageAccess.READ);
        } catch (OpenXML4JException | RuntimeException e) {
            throw damaged(name);
        }
        try {
            return new Workbook(name, opened, scratch);
        } catch (InvalidInput e) {
            opened.revert();
            throw e;
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            opened.revert();
            throw damaged(name);
        }
    }

    /** The refusal of a file in the format of before 2007, in which workbooks with a password are wrapped as well. */
    static InvalidInput old(Path path, String name) {
        try (var files = new POIFSFileSystem(path.toFile(), true)) {
            if (files.getRoot().hasEntry("EncryptedPackage")) {
                return DelimitedFile.refused(name, "file.locked", "the workbook has a password", "save it without one");
            }
        } catch (IOException | RuntimeException e) {
            return DelimitedFile.refused(
                    name,
                    "file.kind",
                    "this is a damaged workbook of before 2007 (.xls), or another office document",
                    "save it again as Excel workbook (.xlsx) or the sheet as CSV");
        }
        return DelimitedFile.refused(
                name,
                "file.kind",
                "this is a workbook of before 2007 (.xls), or another office document",
                "save it as Excel workbook (.xlsx) or the sheet as CSV");
    }

    private static InvalidInput damaged(String name) {
        return DelimitedFile.refused(
                name,
                "file.damaged",
                "the workbook is damaged, cut off or of an unusual form",
                "save it again as Excel workbook (.xlsx) or the sheet as CSV");
    }

    List<WorkbookOutline.Sheet> sheets() {
        return outline.sheets();
    }

    /** Gives the rows of a sheet to a receiver, in their order, until it has had enough. */
    void read(WorkbookOutline.Sheet sheet, SheetParser.Receiver receiver) throws IOException {
        InputStream cells;
        try {
            cells = reader.getSheet(sheet.relation());
        } catch (OpenXML4JException | RuntimeException e) {
            throw damaged(name);
        }
        parse(cells, new SheetParser(receiver, formats, texts));
    }

    private <H extends DefaultHandler> H parse(InputStream part, H handler) throws IOException {
        try (part) {
            var parser = XMLHelper.newXMLReader();
            parser.setContentHandler(handler);
            parser.setErrorHandler(handler);
            parser.parse(new InputSource(part));
        } catch (SheetParser.Enough e) {
            return handler;
        } catch (InvalidInput e) {
            throw e;
        } catch (SAXException | ParserConfigurationException | IOException | RuntimeException e) {
            throw damaged(name);
        }
        return handler;
    }

    @Override
    public void close() {
        opened.revert();
    }
}
