// Says of each part of presentations what ECMA-376's transitional schemas do not allow, a line each:
// file, part, line, what. Reads the paths from the command line. The schemas are those that Apache POI compiles.

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.schemas.ooxml.system.ooxml.TypeSystemHolder;
import org.apache.xmlbeans.SchemaTypeLoader;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;

public class Validate {
    public static void main(String[] paths) throws Exception {
        SchemaTypeLoader schemas = XmlBeans.typeLoaderUnion(
            TypeSystemHolder.typeSystem, XmlBeans.getBuiltinTypeSystem());
        int known = 0;
        for (String path : paths) {
            try (ZipFile file = new ZipFile(path)) {
                for (ZipEntry entry : java.util.Collections.list(file.entries())) {
                    String part = entry.getName();
                    // Of the package itself there are other schemas.
                    if (!part.endsWith(".xml") || part.startsWith("[") || part.startsWith("docProps/")) continue;
                    try (InputStream stream = file.getInputStream(entry)) {
                        if (validate(schemas, path, part, stream)) known++;
                    }
                }
            }
        }
        System.out.println("parts validated: " + known);
    }

    /** Whether the part's root is one that the schemas have; a part that they do not know is a line too. */
    static boolean validate(SchemaTypeLoader schemas, String path, String part, InputStream stream) throws Exception {
        XmlObject read = schemas.parse(stream, null, new XmlOptions().setLoadLineNumbers());
        if (!read.schemaType().isDocumentType()) {
            System.out.println(path + "\t" + part + "\t0\tno schema knows its root");
            return false;
        }
        List<XmlError> errors = new ArrayList<>();
        read.validate(new XmlOptions().setErrorListener(errors));
        for (XmlError error : errors) {
            System.out.println(path + "\t" + part + "\t" + error.getLine() + "\t" + error.getMessage());
        }
        return true;
    }
}
