//! How an edit is taken over into the rows of a buffer: the paragraphs it touches are broken anew where they must be,
//! and the lines that hang on what it changed are forgotten. It does not know commands.

use super::super::paragraph::{KeptParagraph, Paragraph};
use super::Affinity;
use super::layout::{Layout, TextRow};

/// Where the text of a line is may also be decided by the characters beside its window.
const BESIDE_BYTES: usize = 4;

/// At a place of the text so many bytes gave way to so many others.
struct Edit {
    at_byte: usize,
    removed: usize,
    inserted: usize,
}

impl Edit {
    /// Where a byte behind the edit is now.
    fn moved(&self, byte: usize) -> usize {
        byte - self.removed + self.inserted
    }

    /// Where a byte of the old text is now, if it still is.
    fn kept(&self, byte: usize) -> Option<usize> {
        if byte < self.at_byte {
            Some(byte)
        } else {
            (byte >= self.at_byte + self.removed).then(|| self.moved(byte))
        }
    }

    /// The brackets, where they are now, that were there before and have another partner; the paragraphs begin at
    /// `start_byte`.
    fn torn_pairs(&self, start_byte: usize, old: &[Paragraph], new: &[Paragraph]) -> Vec<usize> {
        let mut now = pairs(start_byte, new).peekable();
        let mut torn = Vec::new();
        for (at, partner) in pairs(start_byte, old) {
            let Some(at) = self.kept(at) else { continue };
            while now.next_if(|&(other, _)| other < at).is_some() {}
            let same = now.peek().is_some_and(|&(other, new_partner)| {
                other == at && new_partner.map(Some) == partner.map(|byte| self.kept(byte))
            });
            if !same {
                torn.push(at);
            }
        }
        torn
    }
}

/// The brackets of consecutive paragraphs and their partners, as bytes of the text.
fn pairs(start_byte: usize, paragraphs: &[Paragraph]) -> impl Iterator<Item = (usize, Option<usize>)> + '_ {
    let starts = paragraphs.iter().scan(start_byte, |start, paragraph| {
        let own = *start;
        *start += paragraph.bytes() + 1;
        Some((own, paragraph))
    });
    starts.flat_map(|(start, paragraph)| {
        let in_text =
            move |(at, partner): (usize, Option<usize>)| (start + at, partner.map(|byte| start + byte));
        paragraph.pairs().map(in_text)
    })
}

impl Layout {
    /// Takes over an edit: at `at_byte`, so many bytes gave way to so many others, which `text` has now.
    pub(super) fn edited(&mut self, text: &str, at_byte: usize, removed: usize, inserted: usize) {
        if self.paragraphs.is_empty() {
            return;
        }
        let first = self.spot_of(at_byte, Affinity::Downstream);
        let last = self.spot_of(at_byte + removed, Affinity::Downstream);
        let (old_first, old_last) = (
            &self.paragraphs[first.paragraph],
            &self.paragraphs[last.paragraph],
        );
        let old_end = last.paragraph_byte + old_last.bytes();
        let kept_head = at_byte - first.paragraph_byte;
        let kept_tail = old_end - (at_byte + removed);
        let touched = &text[first.paragraph_byte..old_end - removed + inserted];
        // Only what was inserted can part a paragraph: the rest of a long one is not searched.
        let parts: Vec<&str> = if text[at_byte..at_byte + inserted].contains('\n') {
            self.parted(touched).collect()
        } else {
            vec![touched]
        };
        let mut same_pairs = parts.len() == 1;
        let mut new = Vec::with_capacity(parts.len());
        for (number, part) in parts.iter().enumerate() {
            let head = if number == 0 { kept_head } else { 0 };
            let tail = if number + 1 == parts.len() { kept_tail } else { 0 };
            if self.style_of(part) != *old_first.style() || (head == 0 && tail == 0) {
                new.push(self.fresh(part));
                same_pairs = false;
                continue;
            }
            let kept = |paragraph, bytes| KeptParagraph { paragraph, bytes };
            let (changed, same) = Paragraph::changed(part, kept(old_first, head), kept(old_last, tail));
            same_pairs &= same;
            new.push(changed);
        }
        let edit = Edit {
            at_byte,
            removed,
            inserted,
        };
        let replaced = first.paragraph..last.paragraph + 1;
        let old = &self.paragraphs[replaced.clone()];
        let torn = if same_pairs {
            Vec::new()
        } else {
            edit.torn_pairs(first.paragraph_byte, old, &new)
        };
        let rows = |paragraphs: &[Paragraph]| -> usize { paragraphs.iter().map(Paragraph::len).sum() };
        self.total = self.total - rows(old) + rows(&new);
        self.paragraphs.splice(replaced, new);
        self.near.set(TextRow {
            row: first.row - first.line,
            line: 0,
            start_byte: first.paragraph_byte,
            ..first
        });
        self.keep_laid(&edit, &torn);
    }

    /// Forgets the lines that an edit may have changed: those that hang on text it touched or on a pair it tore.
    fn keep_laid(&mut self, edit: &Edit, torn: &[usize]) {
        let end = edit.at_byte + edit.removed;
        self.laid.get_mut().retain_mut(|laid| {
            let behind = laid.window.start > end + BESIDE_BYTES;
            if behind {
                laid.start_byte = edit.moved(laid.start_byte);
                laid.window = edit.moved(laid.window.start)..edit.moved(laid.window.end);
            }
            let untouched = behind || laid.window.end + BESIDE_BYTES < edit.at_byte;
            untouched && !torn.iter().any(|byte| laid.window.contains(byte))
        });
    }
}
