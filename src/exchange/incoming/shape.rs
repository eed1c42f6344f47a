//! What a file is, told by its bytes: endings are often wrong. Web pages and RTF are called `.doc`, Word files `.txt`.
//! Knows nothing of what the file says.

use super::transcript::is_transcript;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// How much of a text is looked at to tell what it is.
const START_BYTES: usize = 4096;
/// How much of an old Office file is looked at for the names of its streams.
const STREAM_NAME_BYTES: usize = 4 * 1024 * 1024;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileShape {
    /// Text, or nothing that is known.
    Text,
    /// A Word file since 2007 (docx, docm).
    Word,
    /// A web page, also where Word wrote it as `.doc`.
    Web,
    /// A web page with its pictures in one file (mht).
    WebArchive,
    /// What was said, with times (vtt, srt).
    Transcript,
    /// Rich text.
    Rtf,
    /// A text of LibreOffice (odt), packed or as one XML file (fodt).
    OpenText,
    /// A Word file of before 2007 (doc).
    OldWord,
    /// An Office file under a password.
    Locked,
    /// A Word document as one XML file.
    WordXml,
    /// A PDF.
    Pdf,
    /// A spreadsheet.
    Sheet,
    /// Slides.
    Slides,
    /// A picture, of a scanned page perhaps.
    Picture,
    /// Sound or film.
    Recording,
    /// Several files packed into one.
    Packed,
}

/// First bytes that only one kind of file has.
const MAGIC: [(&[u8], FileShape); 16] = [
    (b"%PDF-", FileShape::Pdf),
    (b"{\\rtf", FileShape::Rtf),
    (b"\x89PNG\r\n", FileShape::Picture),
    (b"\xFF\xD8\xFF", FileShape::Picture),
    (b"GIF8", FileShape::Picture),
    (b"II*\0", FileShape::Picture),
    (b"MM\0*", FileShape::Picture),
    (b"ID3", FileShape::Recording),
    (b"OggS", FileShape::Recording),
    (b"fLaC", FileShape::Recording),
    (b"\x1A\x45\xDF\xA3", FileShape::Recording),
    (b"Rar!\x1A", FileShape::Packed),
    (b"7z\xBC\xAF\x27\x1C", FileShape::Packed),
    (b"\x1F\x8B\x08", FileShape::Packed),
    (b"BZh9", FileShape::Packed),
    (b"\xFD7zXZ", FileShape::Packed),
];

impl FileShape {
    /// What these bytes are.
    pub fn of(bytes: &[u8]) -> FileShape {
        if bytes.starts_with(b"PK\x03\x04") {
            return zipped(bytes);
        }
        if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            return old_office(bytes);
        }
        if bytes.starts_with(b"RIFF") || bytes.get(4..8) == Some(b"ftyp") {
            return FileShape::Recording;
        }
        // «BM» begins words too; a picture has zeros right behind it.
        if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
            return FileShape::Picture;
        }
        match MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
            Some((_, shape)) => *shape,
            None => text_shape(bytes, &text_start(bytes)),
        }
    }

    /// Whether its text is read.
    pub fn is_read(self) -> bool {
        matches!(
            self,
            FileShape::Text
                | FileShape::Word
                | FileShape::Web
                | FileShape::WebArchive
                | FileShape::Transcript
                | FileShape::Rtf
                | FileShape::OpenText
        )
    }
}

/// The first letters of a text in lower case, one byte a letter, without a byte order mark and blanks: enough to know ASCII
/// words in UTF-8, UTF-16 and windows-1256 alike.
fn text_start(bytes: &[u8]) -> String {
    let start = &bytes[..bytes.len().min(START_BYTES)];
    let marks = [&b"\xEF\xBB\xBF"[..], b"\xFF\xFE", b"\xFE\xFF"];
    let unmarked = marks.iter().find_map(|mark| start.strip_prefix(*mark));
    let letters = unmarked
        .unwrap_or(start)
        .iter()
        .filter(|byte| **byte != 0)
        .map(|byte| {
            if byte.is_ascii() {
                char::from(*byte)
            } else {
                '\u{80}'
            }
        });
    let letters: String = letters.collect();
    letters.trim_start().to_ascii_lowercase()
}

fn text_shape(bytes: &[u8], written: &str) -> FileShape {
    let mut start = written;
    // Declarations and comments before the first tag.
    while let Some(rest) = after_prologue(start) {
        start = rest;
    }
    if start.starts_with("{\\rtf") {
        return FileShape::Rtf;
    }
    if is_transcript(start) {
        return FileShape::Transcript;
    }
    if start.starts_with("<office:document") {
        return FileShape::OpenText;
    }
    if start.starts_with("<w:worddocument") || start.starts_with("<pkg:package") {
        return FileShape::WordXml;
    }
    let mime = |line: &str| line.starts_with("mime-version:") || line.starts_with("content-type: multipart/");
    let related = written.contains("multipart/related") || written.contains("multipart/alternative");
    if related && written.lines().take(30).any(mime) {
        return FileShape::WebArchive;
    }
    let opens = ["<html", "<head", "<body", "<!doctype html"];
    if opens.iter().any(|tag| start.starts_with(tag)) && is_whole_page(bytes) {
        return FileShape::Web;
    }
    FileShape::Text
}

/// What follows an XML declaration, a comment or a processing instruction.
fn after_prologue(start: &str) -> Option<&str> {
    let end = match start {
        _ if start.starts_with("<?") => "?>",
        _ if start.starts_with("<!--") => "-->",
        _ => return None,
    };
    let (_, rest) = start.split_once(end)?;
    Some(rest.trim_start())
}

/// Whether nothing is written behind the end of the page. Text with a page of its own for every table, as scanners give it,
/// has meaning in its lines and is no page.
fn is_whole_page(bytes: &[u8]) -> bool {
    let ascii: Vec<u8> = bytes
        .iter()
        .filter(|byte| **byte != 0)
        .map(u8::to_ascii_lowercase)
        .collect();
    match memchr::memmem::find(&ascii, b"</html") {
        Some(end) => ascii[end..]
            .iter()
            .skip_while(|byte| **byte != b'>')
            .skip(1)
            .all(u8::is_ascii_whitespace),
        None => true,
    }
}

/// What a zip archive holds. One that cannot be opened was a Word file, most likely.
fn zipped(bytes: &[u8]) -> FileShape {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return FileShape::Word;
    };
    let mut kind = String::new();
    if let Ok(file) = archive.by_name("mimetype") {
        // It says what it is in one line; a longer one is no such file.
        let _ = file.take(100).read_to_string(&mut kind);
    }
    let has = |folder: &str| {
        archive
            .file_names()
            .flatten()
            .any(|name| name.starts_with(folder))
    };
    match kind.trim() {
        "application/vnd.oasis.opendocument.text" | "application/vnd.oasis.opendocument.text-template" => {
            FileShape::OpenText
        }
        kind if kind.contains("opendocument.spreadsheet") => FileShape::Sheet,
        kind if kind.contains("opendocument.presentation") => FileShape::Slides,
        _ if has("word/") => FileShape::Word,
        _ if has("xl/") => FileShape::Sheet,
        _ if has("ppt/") => FileShape::Slides,
        _ if has("[Content_Types].xml") => FileShape::Word,
        _ if has("content.xml") => FileShape::OpenText,
        _ => FileShape::Packed,
    }
}

/// What an Office file of before 2007 holds, by the names of its streams, which are written in UTF-16.
fn old_office(bytes: &[u8]) -> FileShape {
    let start = &bytes[..bytes.len().min(STREAM_NAME_BYTES)];
    let end = &bytes[bytes.len() - bytes.len().min(STREAM_NAME_BYTES)..];
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let found = |part| memchr::memmem::find(part, &name).is_some();
        found(start) || found(end)
    };
    match () {
        () if holds("EncryptedPackage") => FileShape::Locked,
        () if holds("WordDocument") => FileShape::OldWord,
        () if holds("Workbook") || holds("Book") => FileShape::Sheet,
        () if holds("PowerPoint Document") => FileShape::Slides,
        () => FileShape::OldWord,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn zip_of(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(content.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn ole(stream: &str) -> Vec<u8> {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.extend([0; 600]);
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.extend([0; 64]);
        bytes
    }

    #[test]
    fn packed_files_are_told_by_what_is_in_them() {
        let odt = "application/vnd.oasis.opendocument.text";
        for (parts, shape) in [
            (vec![("word/document.xml", "")], FileShape::Word),
            (
                vec![("[Content_Types].xml", ""), ("a/main.xml", "")],
                FileShape::Word,
            ),
            (vec![("mimetype", odt), ("content.xml", "")], FileShape::OpenText),
            (vec![("xl/workbook.xml", "")], FileShape::Sheet),
            (vec![("ppt/presentation.xml", "")], FileShape::Slides),
            (vec![("صورتجلسه.docx", "")], FileShape::Packed),
        ] {
            assert_eq!(FileShape::of(&zip_of(&parts)), shape, "{parts:?}");
        }
    }

    #[test]
    fn old_office_files_are_told_by_their_streams() {
        assert_eq!(FileShape::of(&ole("WordDocument")), FileShape::OldWord);
        assert_eq!(FileShape::of(&ole("Workbook")), FileShape::Sheet);
        assert_eq!(FileShape::of(&ole("PowerPoint Document")), FileShape::Slides);
        assert_eq!(FileShape::of(&ole("EncryptedPackage")), FileShape::Locked);
    }

    #[test]
    fn pages_and_rich_text_are_told_by_their_first_words_in_any_encoding() {
        let page = "\n<!-- Word -->\n<HTML xmlns:o=\"urn:x\"><body>آب</body></HTML>\n";
        let utf16: Vec<u8> = format!("\u{feff}{page}")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for bytes in [
            page.as_bytes().to_vec(),
            format!("\u{feff}{page}").into_bytes(),
            utf16,
        ] {
            assert_eq!(FileShape::of(&bytes), FileShape::Web);
        }
        assert_eq!(FileShape::of(b"<?xml version=\"1.0\"?>\n<html>"), FileShape::Web);
        assert_eq!(FileShape::of(b"\xef\xbb\xbf {\\rtf1\\ansi }"), FileShape::Rtf);
        let archive =
            "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n";
        assert_eq!(FileShape::of(archive.as_bytes()), FileShape::WebArchive);
        assert_eq!(
            FileShape::of(
                b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument>"
            ),
            FileShape::WordXml
        );
        assert_eq!(
            FileShape::of(b"<office:document xmlns:office=\"x\">"),
            FileShape::OpenText
        );
    }

    #[test]
    fn text_with_tables_of_markup_stays_text() {
        for text in [
            "<html><body><table><tr><td>۱</td></tr></table></body></html>\nمصوبات جلسه\n<html>",
            "صورتجلسه <html>",
            "<table><tr><td>آب</td></tr></table>",
            "BM است",
            "ID",
            "",
        ] {
            assert_eq!(FileShape::of(text.as_bytes()), FileShape::Text, "{text}");
        }
    }
}
