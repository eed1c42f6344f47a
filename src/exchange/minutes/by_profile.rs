//! What a person has said of the minutes of a body: heads of columns and headings that no list has.
//! Knows no table: while lines are walked through, such a head stands there in the reader's own words.

use super::doubt::DoubtKind;
use super::labels::{Labelled, MinutesPart};
use super::lines::{CellParas, Para, SourceLine, cell_text};
use super::values::ReadMinutes;
use crate::domain::reading_profile::{ColumnMeaning, HeadingMeaning, ReadingProfile};

/// Blanks that part two columns of a head in plain text.
const GAP: &str = "   ";

/// A head that was put in other words.
#[derive(Clone)]
struct SaidHead {
    number: usize,
    written: String,
    ours: &'static str,
}

/// What was said, and the heads that stand in our words for now.
#[derive(Clone)]
pub(super) struct SaidHeads {
    profile: ReadingProfile,
    heads: Vec<SaidHead>,
}

impl SaidHeads {
    pub fn by(profile: &ReadingProfile) -> SaidHeads {
        SaidHeads {
            profile: profile.clone(),
            heads: Vec::new(),
        }
    }

    /// The part that a line opens, where somebody said so.
    pub fn heading(&self, text: &str) -> Option<Labelled<MinutesPart>> {
        if self.profile.headings.is_empty() {
            return None;
        }
        let label = part(self.profile.heading(text)?);
        Some(Labelled {
            label,
            rest_byte: text.len(),
            by_sentence: false,
        })
    }

    /// Puts our words in the place of the heads that somebody named.
    pub fn put_in(&mut self, lines: Vec<SourceLine>) -> Vec<SourceLine> {
        if self.profile.columns.is_empty() {
            return lines;
        }
        let mut lines = lines;
        let mut in_table = false;
        for line in &mut lines {
            let begins = !in_table || line.after_blank;
            in_table = line.is_row();
            match line.is_row() {
                true if self.is_head(&line.cells, begins) => {
                    let number = line.number;
                    line.cells
                        .iter_mut()
                        .for_each(|cell| self.put_in_cell(number, cell));
                }
                true => {}
                false => self.put_in_text(line),
            }
        }
        lines
    }

    /// Whether a row is the head of its table: one named head at its beginning is enough, elsewhere it takes half of it.
    fn is_head(&self, cells: &[CellParas], begins: bool) -> bool {
        let told = cells
            .iter()
            .filter(|cell| self.profile.column(&cell_text(cell)).is_some())
            .count();
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        told > 0 && (begins || told * 2 >= filled)
    }

    fn put_in_cell(&mut self, number: usize, cell: &mut CellParas) {
        let written = cell_text(cell);
        if let Some(meaning) = self.profile.column(&written) {
            let ours = word(meaning);
            *cell = vec![Para::from(ours)];
            self.heads.push(SaidHead {
                number,
                written,
                ours,
            });
        }
    }

    /// The same in a line whose columns are kept apart by blanks alone.
    fn put_in_text(&mut self, line: &mut SourceLine) {
        let [cell] = line.cells.as_mut_slice() else {
            return;
        };
        let Some(para) = cell.first_mut().filter(|para| para.text.contains(GAP)) else {
            return;
        };
        let parts: Vec<String> = para.text.split(GAP).map(str::to_owned).collect();
        let mut told = false;
        let put = |part: String| match self.profile.column(&part) {
            Some(meaning) => {
                told = true;
                self.heads.push(SaidHead {
                    number: line.number,
                    written: part.trim().to_owned(),
                    ours: word(meaning),
                });
                format!(" {} ", word(meaning))
            }
            None => part,
        };
        let text: Vec<String> = parts.into_iter().map(put).collect();
        if told {
            *para = Para::from(text.join(GAP).as_str());
        }
    }

    /// Puts the heads back as they are written, wherever the reader kept them.
    pub fn put_back(&self, read: &mut ReadMinutes) {
        for head in &self.heads {
            let kept = read.understood.iter_mut().chain(&mut read.raw);
            let of_line = kept.filter(|line| line.number == head.number);
            for line in of_line {
                if line.text.contains(head.ours) {
                    line.text = line.text.replacen(head.ours, &head.written, 1);
                    break;
                }
            }
            for doubt in read.doubts.iter_mut().filter(|doubt| doubt.number == head.number) {
                doubt.text = doubt.text.replacen(head.ours, &head.written, 1);
                if let DoubtKind::ColumnByItsCells { head: named, .. } = &mut doubt.kind
                    && *named == head.ours
                {
                    named.clone_from(&head.written);
                }
            }
            let cells = read.annexes.iter_mut().flat_map(|annex| annex.rows.first_mut());
            if let Some(cell) = cells.flatten().find(|cell| *cell == head.ours) {
                cell.clone_from(&head.written);
            }
        }
    }
}

/// The head that the reader knows for a meaning.
fn word(meaning: ColumnMeaning) -> &'static str {
    match meaning {
        ColumnMeaning::Row => "ردیف",
        ColumnMeaning::Subject => "موضوع",
        ColumnMeaning::Text => "متن مصوبه",
        ColumnMeaning::Deadline => "مهلت اقدام",
        ColumnMeaning::Responsible => "مسئول پیگیری",
        ColumnMeaning::Remark => "ملاحظات",
    }
}

fn part(meaning: HeadingMeaning) -> MinutesPart {
    match meaning {
        HeadingMeaning::Agenda => MinutesPart::Agenda,
        HeadingMeaning::Notes => MinutesPart::Notes,
        HeadingMeaning::Resolutions => MinutesPart::Resolutions,
        HeadingMeaning::Present => MinutesPart::Present,
        HeadingMeaning::Absent => MinutesPart::Absent,
        HeadingMeaning::Guests => MinutesPart::Guests,
        HeadingMeaning::Annex => MinutesPart::Annex,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{read_minutes, read_minutes_by, words_lost};
    use super::*;

    const HEAD: &str = "صورتجلسه سومین جلسه کمیته آب شهرستان مهرآباد\nتاریخ: ۱۴۰۲/۰۱/۲۰\n\nمصوبات:\n";

    fn profile(columns: &[(&str, ColumnMeaning)]) -> ReadingProfile {
        let mut profile = ReadingProfile::default();
        for (head, meaning) in columns {
            profile.say_column(head, *meaning);
        }
        profile
    }

    fn odd() -> ReadingProfile {
        profile(&[
            ("ش", ColumnMeaning::Row),
            ("چه باید کرد", ColumnMeaning::Text),
            ("کی به سر برسد", ColumnMeaning::Deadline),
            ("بر دوش", ColumnMeaning::Responsible),
        ])
    }

    #[test]
    fn heads_that_somebody_named_are_read_as_she_said_in_any_separators() {
        for table in [
            "ش\tچه باید کرد\tکی به سر برسد\tبر دوش\n۱\tنهر پاک شود\tیک ماه\tشهرداری\n",
            "| بر دوش | كي به سر برسد | چه بايد كرد | ش |\n|---|---|---|---|\n| شهرداری | یک ماه | نهر پاک شود | ۱ |\n",
            "ش    چه باید کرد    کی به سر برسد    بر دوش\n۱    نهر پاک شود    یک ماه    شهرداری\n",
        ] {
            let text = format!("{HEAD}{table}");
            let read = read_minutes_by(&text, &odd());
            let [resolution] = read.resolutions.as_slice() else {
                panic!("{table}: {read:?}")
            };
            assert_eq!(resolution.text, "نهر پاک شود", "{table}");
            assert_eq!(resolution.deadline_written.as_deref(), Some("یک ماه"), "{table}");
            assert_eq!(resolution.responsible, ["شهرداری"], "{table}");
            assert_eq!(words_lost(&text, &read), Vec::<String>::new(), "{table}");
        }
    }

    #[test]
    fn a_cell_below_that_says_the_same_as_a_head_stays_what_it_is() {
        let profile = profile(&[("پیگیری", ColumnMeaning::Responsible)]);
        let text =
            format!("{HEAD}ردیف\tشرح مصوبه\tپیگیری\n۱\tنهر پاک شود\tشهرداری\n۲\tراه باز شود\tپیگیری\n");
        let read = read_minutes_by(&text, &profile);
        let responsible: Vec<_> = read.resolutions.iter().map(|r| r.responsible.clone()).collect();
        assert_eq!(responsible, [["شهرداری"], ["پیگیری"]]);
        assert_eq!(words_lost(&text, &read), Vec::<String>::new());
    }

    #[test]
    fn a_line_that_somebody_called_a_heading_opens_its_part() {
        let text = format!(
            "{}چنین شد که\n۱- نهر پاک شود.\n۲- راه باز شود.\n",
            HEAD.replace("مصوبات:\n", "")
        );
        let mut profile = ReadingProfile::default();
        profile.say_heading("چنین شد که:", HeadingMeaning::Resolutions);
        let read = read_minutes_by(&text, &profile);
        assert_eq!(read.resolutions.len(), 2, "{read:?}");
        assert_eq!(words_lost(&text, &read), Vec::<String>::new());
        assert_eq!(
            read_minutes_by(&text, &ReadingProfile::default()),
            read_minutes(&text)
        );
    }

    #[test]
    fn what_was_said_of_a_column_leaves_other_minutes_as_they_are() {
        let text = format!("{HEAD}ردیف\tشرح مصوبه\tمهلت\n۱\tنهر پاک شود\tیک ماه\n");
        assert_eq!(read_minutes_by(&text, &odd()), read_minutes(&text));
    }
}
