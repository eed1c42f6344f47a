//! Where rows and paragraphs may end in the source: rows between pipes, and the next closing tag or blank line.
//! Knows no cell's meaning.

use super::lines::{CellParas, Para};

/// A position that only moves on, so that looking for the next hit stays linear over the whole text.
pub(super) struct NextHit<'t> {
    text: &'t str,
    finder: memchr::memmem::Finder<'static>,
    hit: usize,
    asked_from: usize,
}

impl<'t> NextHit<'t> {
    pub(super) fn new(text: &'t str, wanted: &'static str) -> NextHit<'t> {
        let finder = memchr::memmem::Finder::new(wanted);
        let hit = finder.find(text.as_bytes()).unwrap_or(text.len());
        NextHit {
            text,
            finder,
            hit,
            asked_from: 0,
        }
    }

    /// The first hit at or after `at`, or the text's length. `at` must not go back.
    pub(super) fn from(&mut self, at: usize) -> usize {
        self.asked_from = self.asked_from.max(at);
        if self.hit < self.asked_from {
            let rest = &self.text.as_bytes()[self.asked_from..];
            self.hit = self
                .finder
                .find(rest)
                .map_or(self.text.len(), |hit| self.asked_from + hit);
        }
        self.hit
    }
}

/// Whether the line at `at` is a row of cells between pipes: it begins with one and has another, or has two with blanks
/// around them.
pub(super) fn starts_piped(text: &str, at: usize) -> bool {
    let line = text[at..].split('\n').next().unwrap_or("").trim_start();
    let pipes = ['|', '│', '┃', '║'];
    let inside = || line.matches(" | ").count() + line.matches(" │ ").count();
    (line.starts_with(pipes) && line.matches(pipes).count() > 1) || inside() > 1
}

/// The cells between the outer pipes; the ruled line under a head has no words and loses them all.
pub(super) fn without_frame(mut cells: Vec<CellParas>) -> Vec<CellParas> {
    if cells.first().is_some_and(Vec::is_empty) {
        cells.remove(0);
    }
    if cells.len() > 1 && cells.last().is_some_and(Vec::is_empty) {
        cells.pop();
    }
    let is_rule = |para: &Para| para.text.chars().all(|c| "-:=+ ─━═".contains(c));
    if cells.iter().flatten().all(is_rule) {
        cells.iter_mut().for_each(Vec::clear);
    }
    cells
}
