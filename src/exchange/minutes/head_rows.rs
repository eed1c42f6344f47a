//! Rows of a table that give fields of the head: a value beside its label, or in the row below it.
//! Knows no value: it only finds which text belongs to which label.

use super::labels::HeadLabel;
use super::lines::{CellParas, cell_text};
use super::pairs::{begins_with_pair, label_alone};
use super::reader::MinutesReader;

impl MinutesReader {
    /// A row of labels and values: value beside its label, or, where all cells are labels, in `below`. Returns how many
    /// rows were taken: 0, 1 or 2.
    pub(super) fn head_rows(
        &mut self,
        number: usize,
        cells: &[CellParas],
        below: Option<(usize, &[CellParas])>,
    ) -> usize {
        let texts: Vec<String> = cells.iter().map(cell_text).collect();
        let labels: Vec<Option<HeadLabel>> = texts.iter().map(|text| label_alone(text)).collect();
        let filled = texts.iter().filter(|text| !text.trim().is_empty()).count();
        let alone = labels.iter().flatten().count();
        // «محل تشکیل جلسه:» is a label alone, and no label with a value behind it.
        let is_paired =
            |(text, label): &(&String, &Option<HeadLabel>)| label.is_none() && begins_with_pair(text);
        let paired = texts.iter().zip(&labels).filter(is_paired).count();
        if alone == 0 && paired == 0 {
            return 0;
        }
        // Where every label has its colon, «سالن جلسات» below without one is a value.
        let ends_in_colon = |text: &str| text.trim_end().ends_with(':');
        let have_colons = texts
            .iter()
            .filter(|text| !text.trim().is_empty())
            .all(|text| ends_in_colon(text));
        let is_value = |text: &str| {
            have_colons && !text.contains(':') || (label_alone(text).is_none() && !begins_with_pair(text))
        };
        if alone >= 2
            && alone + paired == filled
            && let Some((below_number, below)) = below
            && below.len() == cells.len()
            && below.iter().all(|cell| is_value(&cell_text(cell)))
        {
            self.columns_of_values(number, &texts, &labels, below_number, below);
            return 2;
        }
        if alone + paired == filled || alone * 2 >= filled || paired * 2 >= filled {
            self.values_beside(number, &texts, &labels);
            return 1;
        }
        0
    }

    fn columns_of_values(
        &mut self,
        number: usize,
        texts: &[String],
        labels: &[Option<HeadLabel>],
        below_number: usize,
        below: &[CellParas],
    ) {
        for ((text, label), cell) in texts.iter().zip(labels).zip(below) {
            let value = cell_text(cell).replace('\n', " ");
            let written = text.trim_end_matches([' ', ':']);
            match label {
                Some(label) if !value.is_empty() => self.head_value(below_number, *label, written, &value),
                Some(_) => self.understood(number, written),
                None => {
                    self.cell_line(number, text);
                    self.cell_line(below_number, &value);
                }
            }
        }
    }

    fn values_beside(&mut self, number: usize, texts: &[String], labels: &[Option<HeadLabel>]) {
        let filled: Vec<usize> = (0..texts.len())
            .filter(|at| !texts[*at].trim().is_empty())
            .collect();
        // A row in visual order has its labels behind their values.
        let is_value =
            |at: Option<&usize>| at.is_some_and(|at| labels[*at].is_none() && !begins_with_pair(&texts[*at]));
        let turned = is_value(filled.first()) && filled.last().is_some_and(|at| labels[*at].is_some());
        let order: Vec<usize> = if turned {
            filled.into_iter().rev().collect()
        } else {
            filled
        };
        let mut waiting: Option<(HeadLabel, &str)> = None;
        for at in order {
            let text = texts[at].trim();
            match (labels[at], waiting.take()) {
                (Some(label), before) => {
                    if let Some((_, written)) = before {
                        self.understood(number, written);
                    }
                    waiting = Some((label, text.trim_end_matches([' ', ':'])));
                }
                (None, Some((label, written))) if !begins_with_pair(text) => {
                    self.head_value(number, label, written, &text.replace('\n', " "));
                }
                (None, before) => {
                    if let Some((_, written)) = before {
                        self.understood(number, written);
                    }
                    self.cell_line(number, text);
                }
            }
        }
        if let Some((_, written)) = waiting {
            self.understood(number, written);
        }
    }

    fn cell_line(&mut self, number: usize, text: &str) {
        for line in text
            .split('\n')
            .filter(|line| line.chars().any(char::is_alphanumeric))
        {
            self.text_line(number, &line.into(), true);
        }
        self.forget_waiting_label();
    }
}
