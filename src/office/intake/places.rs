//! Where in the source something stands that was read of it. Does not know how it was read.

use super::Intake;
use crate::domain::reading_profile::SaidMeaning;
use crate::text::fold_tight;
use std::collections::BTreeMap;

/// So many letters of a text tell its line.
const LETTERS: usize = 24;
/// After so many texts that are nowhere, no more are looked for: each costs a walk through the source.
const MISSES_MAX: usize = 24;
/// Longer sources are not searched.
const BYTES_MAX: usize = 2 * 1024 * 1024;

/// The lines of a source, to find texts in.
pub(super) struct Places {
    folded: Vec<String>,
    /// The line that the last text was found in, from 0: what is read in order is found in order.
    last: usize,
    misses: usize,
}

impl Places {
    pub fn of(intake: &Intake) -> Places {
        let searched = intake.text().len() <= BYTES_MAX;
        let lines = if searched { intake.lines() } else { 0 };
        Places {
            folded: (1..=lines).map(|number| letters(intake.line(number))).collect(),
            last: 0,
            misses: 0,
        }
    }

    /// The line that begins to say a text, from 1; 0 where none does.
    pub fn find(&mut self, text: &str) -> usize {
        let wanted: String = letters(text.lines().next().unwrap_or_default())
            .chars()
            .take(LETTERS)
            .collect();
        if wanted.is_empty() || self.misses > MISSES_MAX {
            return 0;
        }
        let has = |line: &String| line.contains(&wanted);
        let behind = self.folded[self.last..].iter().position(has);
        let found = behind
            .map(|at| at + self.last)
            .or_else(|| self.folded[..self.last].iter().position(has));
        match found {
            Some(at) => {
                self.last = at;
                at + 1
            }
            None => {
                self.misses += 1;
                0
            }
        }
    }
}

fn letters(text: &str) -> String {
    fold_tight(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What was said now, and of what was said before that which stands in this source; each with its line.
pub(super) fn said<T: Copy>(
    all: &BTreeMap<String, SaidMeaning<T>>,
    now: &BTreeMap<String, SaidMeaning<T>>,
    places: &mut Places,
) -> Vec<((String, usize), T)> {
    let placed = all.iter().map(|(key, said)| {
        let line = places.find(&said.written);
        (
            now.contains_key(key) || line > 0,
            ((said.written.clone(), line), said.means),
        )
    });
    placed
        .filter(|(stands, _)| *stands)
        .map(|(_, said)| said)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_in_their_order_and_before_it() {
        let intake =
            Intake::pasted("جلسه\n۱\tنهر پاک شود\tیک ماه\n۲\tراه باز شود\n۳\tنهر پاک شود\n").unwrap();
        let mut places = Places::of(&intake);
        assert_eq!(places.find("راه باز شود"), 3);
        assert_eq!(places.find("نهر پاك شود"), 4);
        assert_eq!(places.find("جلسه"), 1);
        assert_eq!(places.find("کوه"), 0);
    }
}
