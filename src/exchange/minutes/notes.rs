//! Who is speaking in a paragraph of what was said.
//! Knows no member list: a speaker is a name or post as written.

use std::collections::HashSet;

use compact_str::CompactString;

use super::enumerate::item_number;
use super::labels::{MinutesPart, colons, is_verb};
use super::lines::Para;
use super::names::{is_organisation, is_post, is_title};
use super::reader::MinutesReader;
use super::values::ReadNote;
use super::vocabulary::{BEFORE_SPEAKER, ENDS_SPEAKER, SAYS};
use super::words::{Word, first_words, without_bullet};

/// How far into a paragraph its speaker may stand, in words.
const REACH: usize = 30;
/// Longest name with post, in words.
const SPEAKER_WORDS: usize = 14;

/// How many speakers are remembered for «وی افزود».
const SPEAKERS: usize = 8;

/// Who is known to be at the session, as far as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Attendees {
    /// The last speakers as written, the latest at the end.
    speakers: Vec<String>,
    /// Words of the names of people at the session, folded.
    names: HashSet<CompactString>,
}

impl Attendees {
    /// Remembers a speaker, for the paragraphs that go on with «وی».
    pub fn spoke(&mut self, speaker: &str) {
        self.speakers.retain(|known| known != speaker);
        self.speakers.push(speaker.to_owned());
        if self.speakers.len() > SPEAKERS {
            self.speakers.remove(0);
        }
    }

    /// Remembers a person of the attendance.
    pub fn is_there(&mut self, person: &str) {
        let words = first_words(person, 8)
            .into_iter()
            .filter(|word| !is_title(&word.key) && word.key.len() > 4);
        self.names.extend(words.map(|word| word.key));
    }
}

impl MinutesReader {
    /// What follows is what was said, though no heading says so.
    pub(super) fn leave_for_notes(&mut self) {
        self.section = MinutesPart::Notes;
        self.by_heading = false;
    }
}

/// A paragraph of what was said, with its speaker where one can be told.
pub(super) fn note(para: &Para, known: &Attendees) -> ReadNote {
    let text = without_bullet(&para.text);
    let offset = para.text.len() - text.len();
    if let Some((_, after)) = item_number(text)
        && let Some((speaker, _)) = labelled_speaker(&text[after..], known)
    {
        return ReadNote {
            speaker: Some(speaker.to_owned()),
            text: text.to_owned(),
            agenda_item: None,
            at: None,
        };
    }
    if let Some((speaker, rest)) = labelled_speaker(text, known) {
        return ReadNote {
            speaker: Some(speaker.to_owned()),
            text: rest.to_owned(),
            agenda_item: None,
            at: None,
        };
    }
    let speaker = bold_speaker(para, offset)
        .or_else(|| inline_speaker(text))
        .or_else(|| same_speaker(text, known));
    ReadNote {
        speaker,
        text: text.to_owned(),
        agenda_item: None,
        at: None,
    }
}

/// The item of the agenda that a line of the talk announces, «بند ۲ دستور جلسه: عنوان»; «سایر مطالب:» ends the items.
pub(super) fn item_line(text: &str) -> Option<Option<u32>> {
    let colon = colons(text).next()?;
    let label = first_words(&text[..colon], 6);
    let keys: Vec<&str> = label.iter().map(|word| word.key.as_str()).collect();
    match keys.as_slice() {
        ["سایر", "مطالب"] if text[colon + 1..].trim().is_empty() => Some(None),
        ["بند" | "موضوع", number, "دستور", "جلسه" | "کار"] => {
            number.parse().ok().map(Some)
        }
        _ => None,
    }
}

/// Whether a paragraph is nothing but a speaker's name («**خانم نوری، مدیرکل بهزیستی:**»).
pub(super) fn is_speaker_alone(para: &Para) -> bool {
    let text = without_bullet(&para.text).trim_end_matches([':', ' ']);
    let words = first_words(text, SPEAKER_WORDS + 1);
    let all_bold = para.bold.iter().map(|range| range.len()).sum::<usize>() * 10 >= para.text.len() * 8;
    let named = words
        .first()
        .is_some_and(|word| is_title(&word.key) || (is_post(&word.key) && all_bold));
    let says = words.iter().any(|word| is_verb(&word.key));
    named && !says && words.len() <= SPEAKER_WORDS && (para.text.trim_end().ends_with(':') || all_bold)
}

/// «آقای کریمی مدیرکل بهزیستی: ...»
fn labelled_speaker<'t>(text: &'t str, known: &Attendees) -> Option<(&'t str, &'t str)> {
    let colon = colons(text).next()?;
    let label = text[..colon].trim();
    let words = first_words(label, SPEAKER_WORDS + 1);
    let first = words.first()?;
    let says = words
        .iter()
        .any(|word| is_verb(&word.key) || SAYS.contains(&word.key.as_str()));
    let rest = text[colon + 1..].trim();
    // «کریمی: ...», where a Karimi is at the session.
    let is_known = words.len() <= 3 && words.iter().all(|word| known.names.contains(&word.key));
    let named = is_title(&first.key) || is_post(&first.key) || is_known;
    (named && !says && words.len() <= SPEAKER_WORDS && !rest.is_empty()).then_some((label, rest))
}

/// A bold name near the start of the paragraph.
fn bold_speaker(para: &Para, offset: usize) -> Option<String> {
    let range = para.bold.first()?;
    let text = para.text.get(range.clone())?;
    let words = first_words(text, SPEAKER_WORDS + 1);
    let near = first_words(para.text.get(offset..range.start)?, REACH).len() < REACH;
    let named = words
        .first()
        .is_some_and(|word| is_title(&word.key) || is_post(&word.key));
    let name = text.trim_matches([' ', ':', '،', '-']);
    (named && near && words.len() <= SPEAKER_WORDS).then(|| name.to_owned())
}

/// «در ادامه جناب آقای نظری معاون محترم سیاسی، امنیتی و اجتماعی ضمن ...»: up to the first word that is no name.
fn inline_speaker(text: &str) -> Option<String> {
    let words = first_words(text, REACH);
    let start = words
        .iter()
        .take_while(|word| BEFORE_SPEAKER.contains(&word.key.as_str()))
        .count();
    let first = words.get(start)?;
    let named = is_title(&first.key) || (is_post(&first.key) && says_soon(&words[start..]));
    if !named {
        return None;
    }
    let mut end = start;
    for at in start + 1..words.len().min(start + SPEAKER_WORDS) {
        let key = words[at].key.as_str();
        let gap = &text[words[at - 1].end_byte..words[at].start_byte];
        if ENDS_SPEAKER.contains(&key) || is_verb(key) || gap.contains([':', '.', '؛', '(', '\n']) {
            break;
        }
        if gap.contains(['،', ',']) && !comma_inside_post(&words, at) {
            break;
        }
        end = at;
    }
    let named = end > start || is_post(&first.key);
    let end = if words[end].key == "و" { end - 1 } else { end };
    named.then(|| text[first.start_byte..words[end].end_byte].to_owned())
}

/// The comma before word `at` belongs to the post: «آقای کریمی، معاون ...», «معاون سیاسی، امنیتی و اجتماعی».
fn comma_inside_post(words: &[Word], at: usize) -> bool {
    let next = |ahead: usize| words.get(at + ahead).map_or("", |word| word.key.as_str());
    is_post(next(0)) || is_organisation(next(0)) || (next(1) == "و" && next(0).ends_with('ی'))
}

fn says_soon(words: &[Word]) -> bool {
    words
        .iter()
        .take(9)
        .any(|word| SAYS.contains(&word.key.as_str()) || word.key.starts_with("گزارش"))
}

/// «وی افزود:» and «کریمی گفت:» go on with a speaker named before; «استاندار گفت:» names one by the post.
fn same_speaker(text: &str, known: &Attendees) -> Option<String> {
    let words = first_words(text, 8);
    let first = words.first()?;
    let says_at = words.iter().position(|word| SAYS.contains(&word.key.as_str()));
    if matches!(first.key.as_str(), "وی" | "ایشان" | "نامبرده") {
        return says_at.and(known.speakers.last().cloned());
    }
    says_at.filter(|at| (1..=4).contains(at))?;
    let surname = |speaker: &&String| {
        first_words(speaker, 6)
            .iter()
            .skip(1)
            .any(|word| word.key == first.key)
    };
    let before = known.speakers.iter().rev().find(surname).cloned();
    let written = || text[first.start_byte..first.end_byte].to_owned();
    before.or_else(|| known.names.contains(&first.key).then(written))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speaker(text: &str) -> Option<String> {
        note(
            &Para {
                text: text.to_owned(),
                bold: vec![],
            },
            &Attendees::default(),
        )
        .speaker
    }

    #[test]
    fn a_speaker_before_a_colon_is_taken_off() {
        let para = Para {
            text: "- خانم نوری مدیرکل آب: سد پر است.".to_owned(),
            bold: vec![],
        };
        let read = note(&para, &Attendees::default());
        assert_eq!(read.speaker.as_deref(), Some("خانم نوری مدیرکل آب"));
        assert_eq!(read.text, "سد پر است.");
    }

    #[test]
    fn a_speaker_inside_the_sentence_is_found_and_the_sentence_stays() {
        for (text, name) in [
            (
                "جناب آقای صابری معاون محترم فنی، عمرانی و شهری ضمن خیرمقدم گفت",
                "جناب آقای صابری معاون محترم فنی، عمرانی و شهری",
            ),
            (
                "در ادامه خانم نوری، مدیرکل آب گزارشی ارائه نمود",
                "خانم نوری، مدیرکل آب",
            ),
            ("سپس دکتر فلاح به آمار اشاره کرد", "دکتر فلاح"),
            ("فرماندار شهرستان اظهار داشت: آب کم است", "فرماندار شهرستان"),
        ] {
            assert_eq!(speaker(text).as_deref(), Some(name), "{text}");
        }
        assert_eq!(speaker("آب شهر کم است و باید صرفه جویی شود."), None);
        assert_eq!(speaker("با توجه به کمبود آب، مدیرکل آب باید گزارش دهد"), None);
    }

    #[test]
    fn bold_names_are_speakers() {
        let text = "پس از تلاوت قرآن، آقای کریمی، مدیرکل آب، گزارش داد".to_owned();
        let start = text.find("آقای").unwrap();
        let end = text.find("، گزارش").unwrap();
        let read = note(
            &Para {
                text: text.clone(),
                bold: std::iter::once(start..end).collect(),
            },
            &Attendees::default(),
        );
        assert_eq!(read.speaker.as_deref(), Some("آقای کریمی، مدیرکل آب"));
        assert_eq!(read.text, text);
    }

    #[test]
    fn a_sentence_goes_on_with_the_speaker_before_it() {
        let mut earlier = Attendees::default();
        earlier.spoke("آقای کریمی مدیرکل آب");
        earlier.is_there("خانم نوری");
        let read = |text: &str| {
            note(
                &Para {
                    text: text.to_owned(),
                    bold: vec![],
                },
                &earlier,
            )
            .speaker
        };
        assert_eq!(
            read("وی افزود: سد پر است"),
            Some("آقای کریمی مدیرکل آب".to_owned())
        );
        assert_eq!(
            read("کریمی گفت: سد پر است"),
            Some("آقای کریمی مدیرکل آب".to_owned())
        );
        assert_eq!(read("سد پر است"), None);
        assert_eq!(read("نوری: سد پر است"), Some("نوری".to_owned()));
    }
}
