//! What stands in the way of the disk or of the data, and what a person can do about it: two halves of a sentence.
//! Does not know what was being done; the sentences around them say it.

use crate::office::command::{DiskError, StoreFailure};
use crate::office::intake::{DecodeError, DocxError, FileShape, NotTaken};
use crate::words::{Arg, Words};

const MEGABYTE: u64 = 1024 * 1024;

/// What the disk reports, without an end: «دیسک پر است».
pub fn cause(words: &Words, error: DiskError) -> String {
    words.say(cause_id(error))
}

/// What stands in the way and what to do, as the arguments `cause` and `remedy` of a sentence.
pub fn of_disk(words: &Words, error: DiskError) -> [(&'static str, Arg<'static>); 2] {
    halves(words, cause_id(error))
}

/// The same of anything that keeps the store from its work.
pub fn of_store(words: &Words, failure: StoreFailure) -> [(&'static str, Arg<'static>); 2] {
    halves(
        words,
        match failure {
            StoreFailure::Disk(error) => cause_id(error),
            StoreFailure::Damaged => "data-damaged",
            StoreFailure::LaterVersion => "data-of-later-version",
            StoreFailure::Locked => "data-locked",
            StoreFailure::JournalAway => "data-journal-away",
            StoreFailure::Unfit => "data-unfit",
        },
    )
}

fn halves(words: &Words, id: &str) -> [(&'static str, Arg<'static>); 2] {
    let remedy = words.say(&format!("{id}-do"));
    [("cause", words.say(id).into()), ("remedy", remedy.into())]
}

fn cause_id(error: DiskError) -> &'static str {
    match error {
        DiskError::Full => "disk-full",
        DiskError::Quota => "disk-quota",
        DiskError::TooLarge => "disk-too-large",
        DiskError::Device => "disk-device",
        DiskError::ReadOnly => "disk-read-only",
        DiskError::NotAllowed => "disk-not-allowed",
        DiskError::NotFound => "disk-not-found",
        DiskError::NotAFolder => "disk-not-a-folder",
        DiskError::IsAFolder => "disk-is-a-folder",
        DiskError::Taken => "disk-taken",
        DiskError::LongName => "disk-long-name",
        DiskError::TooManyOpen => "disk-too-many-open",
        DiskError::Memory => "disk-memory",
        DiskError::Away => "disk-away",
        DiskError::Other => "disk-other",
    }
}

/// What a file is that is not taken as minutes, why, and what to do.
pub fn not_taken(words: &Words, why: &NotTaken) -> String {
    if let Some(most) = why.most_bytes() {
        return words.say_with("file-too-large", &[("most", (most / MEGABYTE).into())]);
    }
    match why {
        NotTaken::Foreign(shape) => words.say(of_shape(*shape)),
        NotTaken::Document { shape, fault } => words.say(match (shape, fault) {
            (FileShape::OpenText, _) => "odt-damaged",
            (FileShape::Rtf, _) => "rtf-damaged",
            (_, DocxError::NotADocument) => "docx-no-document",
            _ => "docx-damaged",
        }),
        NotTaken::Text(DecodeError::UnknownEncoding { first_bad_byte }) => {
            words.say_with("file-encoding", &[("byte", (first_bad_byte + 1).into())])
        }
        NotTaken::Text(_) => words.say("file-binary"),
    }
}

fn of_shape(shape: FileShape) -> &'static str {
    match shape {
        FileShape::OldWord => "file-is-old-word",
        FileShape::Locked => "file-is-locked",
        FileShape::WordXml => "file-is-word-xml",
        FileShape::Pdf => "file-is-pdf",
        FileShape::Sheet => "file-is-sheet",
        FileShape::Slides => "file-is-slides",
        FileShape::Picture => "file-is-picture",
        FileShape::Recording => "file-is-recording",
        FileShape::Packed => "file-is-packed",
        FileShape::OpenText => "odt-damaged",
        FileShape::Rtf => "rtf-damaged",
        FileShape::Word => "docx-no-document",
        FileShape::Text | FileShape::Transcript | FileShape::Web | FileShape::WebArchive => "file-binary",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::command::Failure;
    use crate::say::sentences::{failure, unread};
    use crate::text::cell_width;
    use crate::words::{Digits, Lang};
    use std::collections::BTreeSet;

    /// The line of a small terminal in which a screen says what happened.
    const LINE_COLUMNS: usize = 78;

    fn failures() -> Vec<StoreFailure> {
        let of_data = [
            StoreFailure::Damaged,
            StoreFailure::LaterVersion,
            StoreFailure::Locked,
            StoreFailure::JournalAway,
            StoreFailure::Unfit,
        ];
        DiskError::ALL
            .into_iter()
            .map(StoreFailure::Disk)
            .chain(of_data)
            .collect()
    }

    fn languages() -> [Words; 2] {
        [
            Words::new(Lang::Fa, Digits::Persian),
            Words::new(Lang::En, Digits::Latin),
        ]
    }

    #[test]
    fn each_cause_has_its_own_sentence_in_both_languages() {
        for words in languages() {
            let sentence = |why| failure(&words, &Failure::Store(why));
            let sentences: BTreeSet<String> = failures().into_iter().map(sentence).collect();
            assert_eq!(sentences.len(), failures().len());
            for said in sentences {
                assert!(!said.contains("disk-") && !said.contains("data-"), "{said}");
            }
        }
    }

    #[test]
    fn a_persian_sentence_has_no_word_of_the_system() {
        let words = Words::new(Lang::Fa, Digits::Persian);
        for why in failures() {
            for said in [
                failure(&words, &Failure::Store(why)),
                unread(&words, &Failure::Store(why)),
            ] {
                let own = said.replace("dabir check", "");
                assert!(
                    !own.contains(|letter: char| letter.is_ascii_alphanumeric()),
                    "{said}"
                );
            }
        }
    }

    #[test]
    fn what_happened_and_what_to_do_stand_in_the_part_that_a_small_terminal_shows() {
        for words in languages() {
            for why in failures() {
                let said = failure(&words, &Failure::Store(why));
                let [_, (_, Arg::Text(remedy))] = of_store(&words, why) else {
                    panic!("{why:?}");
                };
                let end = said.find(&*remedy).expect("what to do") + remedy.len();
                assert!(cell_width(&said[..end]) <= LINE_COLUMNS, "{said}");
            }
        }
    }
}
