//! What documents are dressed in, where they go and in which format, as a person set it or gave them out last.
//! Does not know whether a file that is named here is there.

use crate::papers::issue::FileFormat;

/// The table `[documents]` of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentSettings {
    /// The name of the font of running text, for formats that name one.
    pub font: Option<String>,
    /// The same for titles and heads.
    pub heads_font: Option<String>,
    /// The file of the font of running text, for formats that carry it.
    pub font_file: Option<String>,
    /// The same for titles and heads.
    pub heads_font_file: Option<String>,
    /// The file of the office's own form for minutes in Word.
    pub template: Option<String>,
    /// The folder that files go to.
    pub folder: Option<String>,
    /// The format that was given last.
    pub format: Option<FileFormat>,
    /// Whether comma-separated values begin with a byte order mark, without which Excel takes them for another coding.
    pub byte_order_mark: bool,
    /// Files that belong to minutes are kept beside the archive up to so many megabytes; longer ones are only named.
    pub attachments_megabytes: u32,
}

/// The name in the file of [`DocumentSettings::attachments_megabytes`].
pub(super) const ATTACHMENTS: &str = "attachments_megabytes";
/// More than this is no file of an office.
const MOST_MEGABYTES: u32 = 4096;

impl DocumentSettings {
    /// So many bytes of a file that belongs to minutes are kept.
    pub fn attachment_bytes(&self) -> u64 {
        u64::from(self.attachments_megabytes) * 1024 * 1024
    }

    /// Takes a number of megabytes in; returns whether it may be that.
    pub(super) fn take_megabytes(&mut self, value: Option<i64>) -> bool {
        let taken = value.and_then(|value| u32::try_from(value).ok());
        let taken = taken.filter(|megabytes| *megabytes <= MOST_MEGABYTES);
        self.attachments_megabytes = taken.unwrap_or(self.attachments_megabytes);
        taken.is_some()
    }
}

impl Default for DocumentSettings {
    fn default() -> Self {
        DocumentSettings {
            font: None,
            heads_font: None,
            font_file: None,
            heads_font_file: None,
            template: None,
            folder: None,
            format: None,
            byte_order_mark: true,
            attachments_megabytes: 20,
        }
    }
}

/// A setting of documents that is a text of a person's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentText {
    /// [`DocumentSettings::font`].
    Font,
    /// [`DocumentSettings::heads_font`].
    HeadsFont,
    /// [`DocumentSettings::font_file`].
    FontFile,
    /// [`DocumentSettings::heads_font_file`].
    HeadsFontFile,
    /// [`DocumentSettings::template`].
    Template,
    /// [`DocumentSettings::folder`].
    Folder,
    /// [`DocumentSettings::format`].
    Format,
}

impl DocumentText {
    /// All of them, in the order of the file.
    pub const ALL: [DocumentText; 7] = [
        DocumentText::Font,
        DocumentText::HeadsFont,
        DocumentText::FontFile,
        DocumentText::HeadsFontFile,
        DocumentText::Template,
        DocumentText::Folder,
        DocumentText::Format,
    ];

    /// Its name in the file.
    pub const fn name(self) -> &'static str {
        match self {
            DocumentText::Font => "font",
            DocumentText::HeadsFont => "heads_font",
            DocumentText::FontFile => "font_file",
            DocumentText::HeadsFontFile => "heads_font_file",
            DocumentText::Template => "template",
            DocumentText::Folder => "folder",
            DocumentText::Format => "format",
        }
    }

    /// What it may be, as it stands behind its comment sign in a first file.
    pub const fn example(self) -> &'static str {
        match self {
            DocumentText::Font => "B Nazanin",
            DocumentText::HeadsFont => "B Titr",
            DocumentText::FontFile => "/usr/share/fonts/BNazanin.ttf",
            DocumentText::HeadsFontFile => "/usr/share/fonts/BTitrBd.ttf",
            DocumentText::Template => "/srv/office/minutes.docx",
            DocumentText::Folder => "~/papers",
            DocumentText::Format => "docx",
        }
    }

    /// The id of the word that it is called by.
    pub const fn word(self) -> &'static str {
        match self {
            DocumentText::Font => "setting-font",
            DocumentText::HeadsFont => "setting-heads-font",
            DocumentText::FontFile => "setting-font-file",
            DocumentText::HeadsFontFile => "setting-heads-font-file",
            DocumentText::Template => "setting-template",
            DocumentText::Folder => "folder-title",
            DocumentText::Format => "setting-format",
        }
    }

    /// Its text; none where nothing is set.
    pub fn of(self, documents: &DocumentSettings) -> Option<&str> {
        let text = match self {
            DocumentText::Font => &documents.font,
            DocumentText::HeadsFont => &documents.heads_font,
            DocumentText::FontFile => &documents.font_file,
            DocumentText::HeadsFontFile => &documents.heads_font_file,
            DocumentText::Template => &documents.template,
            DocumentText::Folder => &documents.folder,
            DocumentText::Format => return documents.format.map(FileFormat::ending),
        };
        text.as_deref()
    }

    /// Sets it; returns whether it may be that.
    pub fn set(self, documents: &mut DocumentSettings, text: &str) -> bool {
        let own = || Some(text.to_owned()).filter(|text| !text.trim().is_empty());
        match self {
            DocumentText::Font => documents.font = own(),
            DocumentText::HeadsFont => documents.heads_font = own(),
            DocumentText::FontFile => documents.font_file = own(),
            DocumentText::HeadsFontFile => documents.heads_font_file = own(),
            DocumentText::Template => documents.template = own(),
            DocumentText::Folder => documents.folder = own(),
            DocumentText::Format => {
                let mut formats = FileFormat::ALL.into_iter();
                let format = formats.find(|format| format.ending() == text.to_lowercase());
                documents.format = format.or(documents.format);
                return format.is_some();
            }
        }
        true
    }
}
