//! The commands that change text: typing, pasting, erasing, undo.
//! It does not know rows and columns; it works on the logical text around the caret.

use std::ops::Range;

use super::super::clean::{clean_input, letters_of_forms};
use super::super::cluster::is_sign;
use super::clause_marks::{Continuation, continued_clause, letters_of_list, needless_mark};
use super::history::{KeystrokeKind, Replacement, Stand};
use super::typing::{persian_digit, persian_letters};
use super::{Affinity, CaretPlace, EditBuffer, EditOutcome, Help, boundaries};

impl EditBuffer {
    /// Replaces `range` by `inserted` and puts the caret behind it, as one change of its group.
    fn replace(&mut self, range: Range<usize>, inserted: &str, group: KeystrokeKind) -> EditOutcome {
        if range.is_empty() && inserted.is_empty() {
            return EditOutcome::default();
        }
        let before = self.standing();
        let removed = self.text[range.clone()].to_owned();
        self.splice(range.start, range.len(), inserted);
        self.caret_byte = boundaries::boundary_from(&self.text, range.start + inserted.len());
        // What is typed at the end of a row goes on there; what is erased at the start of one leaves the caret there.
        self.affinity = if inserted.is_empty() {
            Affinity::Downstream
        } else {
            Affinity::Upstream
        };
        self.anchor_byte = None;
        let after = self.standing();
        let change = Replacement {
            at_byte: range.start,
            removed,
            inserted: inserted.to_owned(),
            before,
            after,
        };
        self.history.push(change, group);
        EditOutcome {
            changed: true,
            moved: true,
            ..EditOutcome::default()
        }
    }

    /// The only place where the text changes: the rows are told of it.
    fn splice(&mut self, at_byte: usize, removed: usize, inserted: &str) {
        self.text.replace_range(at_byte..at_byte + removed, inserted);
        let layout = self.layout.get_mut();
        layout.edited(&self.text, at_byte, removed, inserted.len());
    }

    /// The selection, or nothing at the caret.
    fn target(&self) -> Range<usize> {
        self.selection().unwrap_or(self.caret_byte..self.caret_byte)
    }

    /// The paragraph up to the caret or the selection.
    fn before_target(&self) -> &str {
        let end = self.target().start;
        let start = self.text[..end].rfind('\n').map_or(0, |at| at + 1);
        &self.text[start..end]
    }

    fn group_of(&self) -> KeystrokeKind {
        if self.anchor_byte.is_some() {
            KeystrokeKind::Alone
        } else {
            KeystrokeKind::Typing
        }
    }

    pub(super) fn type_text(&mut self, text: &str) -> EditOutcome {
        let mut chars = text.chars();
        if let (Some(typed), None) = (chars.next(), chars.next()) {
            return self.type_char(typed);
        }
        let text = self.fitted(text);
        self.replace(self.target(), &text, self.group_of())
    }

    fn type_char(&mut self, typed: char) -> EditOutcome {
        let next = self.text[self.target().end..].chars().next();
        if self.helps.guillemets && typed == '»' && next == Some('»') && self.anchor_byte.is_none() {
            let stepped = self.stand(CaretPlace::at(self.caret_byte + '»'.len_utf8()), None);
            return EditOutcome {
                help: Some(Help::Guillemets),
                ..stepped
            };
        }
        if self.helps.guillemets && typed == '«' && !next.is_some_and(char::is_alphanumeric) {
            let opened = self.replace(self.target(), "«»", KeystrokeKind::Alone);
            self.stand(CaretPlace::at(self.caret_byte - '»'.len_utf8()), None);
            return EditOutcome {
                help: Some(Help::Guillemets),
                ..opened
            };
        }
        let shown = if self.helps.persian_digits {
            persian_digit(&self.text[..self.target().start], typed)
        } else {
            typed
        };
        let text = self.fitted(&String::from(shown));
        let typed_in = self.replace(self.target(), &text, self.group_of());
        let help = (shown != typed).then_some(Help::PersianDigit);
        let takes_place =
            matches!(typed, ')' | '-' | '–' | '.' | ':') && self.drop_needless_mark(self.caret_byte);
        EditOutcome {
            help: takes_place.then_some(Help::Clause).or(help),
            ..typed_in
        }
    }

    /// Takes the mark away, as a change of its own, that came by itself before the one written up to `end`; returns
    /// whether there was one.
    fn drop_needless_mark(&mut self, end: usize) -> bool {
        let start = self.text[..end].rfind('\n').map_or(0, |at| at + 1);
        let needless = self
            .helps
            .clauses
            .and_then(|_| needless_mark(&self.text[start..end]));
        let Some(bytes) = needless else {
            return false;
        };
        let caret = self.caret_byte - bytes;
        self.replace(start..start + bytes, "", KeystrokeKind::Alone);
        self.stand(CaretPlace::at(caret), None);
        true
    }

    /// Foreign or typed text as this buffer may hold it.
    fn fitted(&self, text: &str) -> String {
        let clean = clean_input(text);
        if self.single_line {
            clean.replace('\n', " ")
        } else {
            clean.into_owned()
        }
    }

    /// Pastes; then, as a change of its own, makes its letters Persian.
    pub(super) fn paste(&mut self, text: &str) -> EditOutcome {
        let text = letters_of_forms(&self.fitted(text)).into_owned();
        let target = self.target();
        let pasted = self.replace(target.clone(), &text, KeystrokeKind::Alone);
        let persian = persian_letters(&text).into_owned();
        let turns = self.helps.persian_letters && persian != text;
        if turns {
            let range = target.start..target.start + text.len();
            self.replace(range, &persian, KeystrokeKind::Alone);
        }
        // Its first paragraph may begin with the mark of the clause that it is pasted into.
        let text = if turns { persian } else { text };
        let line_end = text.find('\n').unwrap_or(text.len());
        let takes_place = !text.is_empty() && self.drop_needless_mark(target.start + line_end);
        let help = turns.then_some(Help::PersianLetters);
        EditOutcome {
            help: help.or(takes_place.then_some(Help::Clause)),
            ..pasted
        }
    }

    /// A new paragraph; in a clause, as a change of its own, the mark of the next one.
    pub(super) fn newline(&mut self) -> EditOutcome {
        if self.single_line {
            return EditOutcome::default();
        }
        let continuation = match self.helps.clauses {
            Some(letters) if self.anchor_byte.is_none() => {
                let paragraph = self.before_target();
                let above = &self.text[..self.caret_byte - paragraph.len()];
                let above = above
                    .trim_end_matches('\n')
                    .rsplit('\n')
                    .next()
                    .unwrap_or_default();
                continued_clause(paragraph, letters_of_list(above, paragraph, letters))
            }
            _ => Continuation::None,
        };
        let ends = self.text[self.caret_byte..]
            .chars()
            .next()
            .is_none_or(|c| c == '\n');
        match continuation {
            Continuation::End(bytes) if ends => {
                let ended = self.replace(self.caret_byte - bytes..self.caret_byte, "", KeystrokeKind::Alone);
                EditOutcome {
                    help: Some(Help::Clause),
                    ..ended
                }
            }
            Continuation::Next(mark) => {
                let begun = self.replace(self.target(), "\n", KeystrokeKind::Alone);
                self.replace(self.target(), &mark, KeystrokeKind::Alone);
                EditOutcome {
                    help: Some(Help::Clause),
                    ..begun
                }
            }
            _ => self.replace(self.target(), "\n", KeystrokeKind::Alone),
        }
    }

    pub(super) fn zwnj(&mut self) -> EditOutcome {
        let before = self.text[..self.target().start].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || is_sign(c)) {
            self.replace(self.target(), "\u{200C}", self.group_of())
        } else {
            EditOutcome::default()
        }
    }

    /// Deletes the selection, or from the caret to where `other_end` says.
    pub(super) fn erase(&mut self, other_end: impl Fn(&Self) -> usize) -> EditOutcome {
        if let Some(selection) = self.selection() {
            return self.replace(selection, "", KeystrokeKind::Alone);
        }
        let other = other_end(self);
        let range = other.min(self.caret_byte)..other.max(self.caret_byte);
        self.replace(range, "", KeystrokeKind::Erasing)
    }

    /// Where a backspace begins to erase.
    pub(super) fn backspace_from(&self) -> usize {
        let before = &self.text[..self.caret_byte];
        let grapheme = &before[boundaries::previous_boundary(before, before.len())..];
        let Some(last) = grapheme.chars().next_back() else {
            return self.caret_byte;
        };
        // Half of a lam-alef is a grapheme by itself, so only signs and joiners need care here.
        let is_variation = matches!(last, '\u{FE00}'..='\u{FE0F}' | '\u{20E3}');
        if (is_sign(last) && !is_variation) || matches!(last, '\u{200C}' | '\u{200D}') {
            return self.caret_byte - last.len_utf8();
        }
        self.caret_byte - grapheme.len()
    }

    pub(super) fn cut(&mut self) -> EditOutcome {
        let taken = self.selected_text().map(str::to_owned);
        let Some(selection) = self.selection() else {
            return EditOutcome::default();
        };
        EditOutcome {
            taken,
            ..self.replace(selection, "", KeystrokeKind::Alone)
        }
    }

    pub(super) fn undo(&mut self) -> EditOutcome {
        let Some(change) = self.history.undo() else {
            return EditOutcome::default();
        };
        self.splice(change.at_byte, change.inserted.len(), &change.removed);
        self.stand_again(change.before)
    }

    pub(super) fn redo(&mut self) -> EditOutcome {
        let Some(change) = self.history.redo() else {
            return EditOutcome::default();
        };
        self.splice(change.at_byte, change.removed.len(), &change.inserted);
        self.stand_again(change.after)
    }

    fn stand_again(&mut self, stand: Stand) -> EditOutcome {
        Stand {
            caret_byte: self.caret_byte,
            affinity: self.affinity,
            anchor_byte: self.anchor_byte,
        } = stand;
        EditOutcome {
            changed: true,
            moved: true,
            ..EditOutcome::default()
        }
    }
}
