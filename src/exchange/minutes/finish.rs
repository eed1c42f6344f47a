//! What the walk through the lines leaves open is settled at its end.
//! Knows no line: all of them were read.

use compact_str::CompactString;

use super::doubt::DoubtKind;
use super::names::organisations;
use super::reader::MinutesReader;
use super::values::{RawLine, ReadMinutes, ReadStatus};
use super::words::words;
use crate::text::fold_tight;
use std::collections::{HashMap, HashSet};

impl MinutesReader {
    pub(super) fn finish(mut self) -> ReadMinutes {
        if let Some(speaker) = self.speaker_alone.take() {
            self.read.raw.push(RawLine {
                number: 0,
                text: speaker,
            });
        }
        if let Some(topic) = self
            .topic
            .take()
            .filter(|_| self.read.agenda.is_empty() && self.subject.is_none())
        {
            self.read.agenda.push(topic);
        }
        if let Some((number, label, value)) = self.subject.take() {
            if self.read.agenda.is_empty() {
                self.understood(number, &label);
                self.read.agenda.push(value);
            } else {
                self.raw(number, &format!("{label}: {value}"));
            }
        }
        self.forget_boxes();
        self.named_twice();
        self.part_terms();
        self.name_responsible();
        self.read
    }

    /// «رئیس جلسه» over the chair that the head names is a box to sign in, and no two signatures.
    fn forget_boxes(&mut self) {
        let read = &self.read;
        let of_head = [
            ("رییس جلسه", read.chair.as_deref()),
            ("دبیر جلسه", read.secretary.as_deref()),
        ];
        let is_box = |pair: &[String]| {
            of_head.iter().any(|(label, name)| {
                fold_tight(&pair[0]) == fold_tight(label)
                    && name.is_some_and(|name| fold_tight(name) == fold_tight(&pair[1]))
            })
        };
        let boxes: Vec<usize> = (1..read.signatures.len())
            .filter(|at| is_box(&read.signatures[at - 1..=*at]))
            .flat_map(|at| [at - 1, at])
            .collect();
        let mut left = Vec::new();
        for (at, text) in std::mem::take(&mut self.read.signatures).into_iter().enumerate() {
            if boxes.contains(&at) {
                self.understood(0, &text);
            } else {
                left.push(text);
            }
        }
        self.read.signatures = left;
    }

    /// Parts who is responsible into names. What is in none of them («با همکاری») is among what was understood.
    fn name_responsible(&mut self) {
        let mut left = Vec::new();
        for resolution in &mut self.read.resolutions {
            let written = resolution.responsible_written.as_deref().unwrap_or("");
            resolution.responsible = organisations(written);
            left.push(besides(written, &resolution.responsible));
            for clause in &mut resolution.clauses {
                let written = clause.responsible_written.as_deref().unwrap_or("");
                clause.responsible = organisations(written);
                left.push(besides(written, &clause.responsible));
            }
        }
        let left = left.into_iter().filter(|text| !text.is_empty());
        self.read
            .understood
            .extend(left.map(|text| RawLine { number: 0, text }));
    }

    /// One name with two states of attendance is a contradiction of the source.
    fn named_twice(&mut self) {
        let mut seen: HashMap<String, ReadStatus> = HashMap::new();
        let mut twice = Vec::new();
        for line in &self.read.attendance {
            let before = seen.entry(fold_tight(&line.name)).or_insert(line.status);
            if *before != line.status {
                twice.push(line.name.clone());
            }
        }
        for name in twice {
            self.doubt(0, &name, DoubtKind::NamedTwice { name: name.clone() });
        }
    }
}

/// The words of a text that are in none of the names taken from it; names that stand twice are taken once.
fn besides(written: &str, names: &[String]) -> String {
    let names: HashSet<CompactString> = names
        .iter()
        .flat_map(|name| words(name))
        .map(|word| word.key)
        .collect();
    let left = words(written)
        .into_iter()
        .filter(|word| !names.contains(&word.key));
    let left: Vec<&str> = left
        .map(|word| &written[word.start_byte..word.end_byte])
        .collect();
    left.join(" ")
}
