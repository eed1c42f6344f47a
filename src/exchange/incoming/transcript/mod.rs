//! What was said at a session, as recorders and meeting programs write it down with times, to notes.
//! Knows no body and no date: a transcript has neither.

mod cues;

use crate::calendar::TimeOfDay;
use crate::exchange::minutes::{RawLine, ReadMinutes, ReadNote};
use cues::{Cue, cues, labelled};
use std::collections::HashMap;

/// Whoever goes on after so many seconds says something new.
const LONGEST_PAUSE: u32 = 30;
/// Words of nobody in particular are parted where they pause for so many seconds.
const NAMELESS_PAUSE: u32 = 4;
/// A note of more letters than this ends with its sentence.
const LONG_NOTE: usize = 900;

/// A transcript that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transcript {
    /// How many cues it has.
    pub cues: usize,
    /// What was said, cues of one speaker joined; `at` counts from the start of the recording.
    pub notes: Vec<ReadNote>,
    /// Lines that belong to no cue.
    pub others: Vec<RawLine>,
}

impl From<Transcript> for ReadMinutes {
    fn from(transcript: Transcript) -> ReadMinutes {
        ReadMinutes {
            notes: transcript.notes,
            raw: transcript.others,
            ..ReadMinutes::default()
        }
    }
}

/// Whether a text, in lower case, begins as a transcript does.
pub(super) fn is_transcript(start: &str) -> bool {
    let has_times = |line: &str| {
        line.split_once(" --> ")
            .is_some_and(|(from, until)| from.contains(':') && until.contains(':'))
    };
    let mut lines = start.lines().map(str::trim).filter(|line| !line.is_empty());
    start.starts_with("webvtt") || lines.by_ref().take(2).any(has_times)
}

/// Reads a transcript.
pub(super) fn read_transcript(text: &str) -> Transcript {
    let (mut cues, others) = cues(text);
    let count = cues.len();
    name_speakers(&mut cues);
    Transcript {
        cues: count,
        notes: joined(cues),
        others,
    }
}

/// A name before a colon is a speaker where it stands before several cues, or where most cues have one.
fn name_speakers(cues: &mut [Cue]) {
    let mut named: HashMap<String, usize> = HashMap::new();
    for (name, _) in cues.iter().filter_map(|cue| labelled(&cue.text)) {
        *named.entry(name.to_owned()).or_default() += 1;
    }
    let most_have_one = named.values().sum::<usize>() * 2 > cues.len();
    for cue in cues.iter_mut().filter(|cue| cue.speaker.is_none()) {
        let Some((name, words)) = labelled(&cue.text) else {
            continue;
        };
        if most_have_one || named.get(name).is_some_and(|count| *count > 1) {
            (cue.speaker, cue.text) = (Some(name.to_owned()), words.to_owned());
        }
    }
}

fn joined(cues: Vec<Cue>) -> Vec<ReadNote> {
    let mut notes: Vec<ReadNote> = Vec::new();
    let mut last: Option<Cue> = None;
    for cue in cues {
        // Captions that roll say the last line again.
        let words = match &last {
            Some(last) if last.speaker == cue.speaker => {
                cue.text.strip_prefix(last.text.as_str()).unwrap_or(&cue.text)
            }
            _ => &cue.text,
        };
        let words = words.trim().to_owned();
        let goes_on = |note: &ReadNote| last.as_ref().is_some_and(|last| is_one(last, &cue, &note.text));
        match notes.last_mut().filter(|note| goes_on(note)) {
            Some(_) if words.is_empty() => {}
            Some(note) => {
                note.text.push(' ');
                note.text.push_str(&words);
            }
            None => notes.push(ReadNote {
                speaker: cue.speaker.clone(),
                text: cue.text.clone(),
                at: time_of(cue.from),
                ..ReadNote::default()
            }),
        }
        last = Some(cue);
    }
    notes
}

/// Whether a cue goes on with what was said before.
fn is_one(last: &Cue, cue: &Cue, note: &str) -> bool {
    let pause = cue.from.saturating_sub(last.until);
    let most = if cue.speaker.is_some() {
        LONGEST_PAUSE
    } else {
        NAMELESS_PAUSE
    };
    let is_full = note.chars().count() > LONG_NOTE && note.ends_with(['.', '؟', '!', '?']);
    last.speaker == cue.speaker && pause <= most && !is_full
}

fn time_of(seconds: u32) -> Option<TimeOfDay> {
    let minutes = seconds / 60;
    TimeOfDay::new(u8::try_from(minutes / 60).ok()?, (minutes % 60) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let tell = |note: &ReadNote| {
            let at = note.at.map(|at| at.to_string()).unwrap_or_default();
            format!("{at} {}: {}", note.speaker.as_deref().unwrap_or("؟"), note.text)
        };
        read_transcript(text).notes.iter().map(tell).collect()
    }

    #[test]
    fn cues_of_one_speaker_are_one_note_until_another_speaks_or_time_goes_by() {
        let text = "WEBVTT\n\n00:01:00.000 --> 00:01:02.000\n<v الف>سلام\n\n00:01:03.000 --> 00:01:05.000\n<v الف>به همه\n\n\
                    00:01:06.000 --> 00:01:07.000\n<v ب>درود\n\n01:02:10.000 --> 01:02:12.000\n<v ب>پایان";
        assert_eq!(
            told(text),
            ["00:01 الف: سلام به همه", "00:01 ب: درود", "01:02 ب: پایان"]
        );
        assert_eq!(read_transcript(text).cues, 4);
    }

    #[test]
    fn names_before_colons_are_speakers_where_they_come_again() {
        let cue = |from: u32, words: &str| {
            format!(
                "{from}\n00:00:{from:02},000 --> 00:00:{:02},000\n{words}\n\n",
                from + 1
            )
        };
        let text = [
            cue(1, "آقای الف: آب کم است"),
            cue(3, "و چاه"),
            cue(5, "آقای الف: نهر"),
            cue(7, "نتیجه: هیچ"),
            cue(9, "پس برویم"),
            cue(11, "برویم"),
        ]
        .concat();
        assert_eq!(
            told(&text),
            [
                "00:00 آقای الف: آب کم است",
                "00:00 ؟: و چاه",
                "00:00 آقای الف: نهر",
                "00:00 ؟: نتیجه: هیچ پس برویم برویم"
            ]
        );
    }

    #[test]
    fn captions_that_roll_are_said_once() {
        let text = "WEBVTT\n\n00:00.000 --> 00:01.000\nآب\n\n00:01.000 --> 00:02.000\nآب کم است\n";
        assert_eq!(told(text), ["00:00 ؟: آب کم است"]);
    }

    #[test]
    fn only_transcripts_begin_with_times() {
        assert!(is_transcript("webvtt\n"));
        assert!(is_transcript("1\n00:00:01,000 --> 00:00:02,000\n"));
        assert!(!is_transcript("صورتجلسه\nساعت ۱۰:۰۰ --> ۱۱\n"));
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic_or_loses_words(text in "(WEBVTT|\n|00:0[1-9]|-->|<v a>|</v>|آب|:| |[0-9]|&amp;|<){0,60}") {
            let read = read_transcript(&text);
            let kept: String = read.notes.iter().map(|note| note.text.as_str()).collect::<String>()
                + &read.notes.iter().filter_map(|note| note.speaker.clone()).collect::<String>()
                + &read.others.iter().map(|line| line.text.clone()).collect::<String>();
            // Said again at once, it may be said once.
            proptest::prop_assert!(!text.contains('آ') || kept.contains('آ'), "{text}");
        }
    }
}
