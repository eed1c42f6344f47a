//! Resolutions taken apart, put together and taken over into another session. Knows no store; ids and places are
//! given afterwards.

use super::deadline::read_deadline;
use super::ids::ResolutionId;
use super::resolution::{ClauseState, Reference, Resolution, Responsible, Status};
use super::wording;
use crate::calendar::Day;
use std::collections::BTreeMap;

/// Why two resolutions cannot become one without losing something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// They have different deadlines.
    Deadline,
    /// Both know something of a clause with the same letter.
    Clauses,
}

/// The two resolutions that one becomes when its wording is cut at a byte; none where the cut leaves one of them
/// without words or goes through a letter.
///
/// The first keeps id, row and follow-ups; the second has no id and no row, and otherwise what the first has. What is
/// known of a clause goes where the clause stands. A part that is left with a single clause is no list any more: what
/// was known of that clause becomes the resolution's own.
///
/// ```
/// use dabir::domain::{parts, resolution::Resolution};
/// let whole = Resolution { text: "گزارش داده شود. هزینه برآورد شود.".into(), ..Resolution::default() };
/// let (first, second) = parts::split(&whole, whole.text.find("هزینه").unwrap()).unwrap();
/// assert_eq!((first.text.as_str(), second.text.as_str()), ("گزارش داده شود.", "هزینه برآورد شود."));
/// ```
pub fn split(whole: &Resolution, at_byte: usize) -> Option<(Resolution, Resolution)> {
    let (start, end) = whole.text.split_at_checked(at_byte)?;
    let (start, end) = (start.trim_end(), end.trim_start());
    if start.trim().is_empty() || end.trim().is_empty() {
        return None;
    }
    let behind: Vec<String> = wording::clauses(&whole.text)
        .into_iter()
        .filter(|clause| clause.range_byte.start >= at_byte)
        .map(|clause| clause.letter)
        .collect();
    let (in_second, in_first): (BTreeMap<_, _>, _) = whole
        .clauses
        .clone()
        .into_iter()
        .partition(|(letter, _)| behind.contains(letter));
    let mut first = Resolution {
        text: start.to_owned(),
        clauses: in_first,
        ..whole.clone()
    };
    let mut second = Resolution {
        id: ResolutionId::default(),
        row: None,
        text: end.to_owned(),
        clauses: in_second,
        follow_ups: Vec::new(),
        agreed: false,
        ..whole.clone()
    };
    lift_single_clause(&mut first);
    lift_single_clause(&mut second);
    Some((first, second))
}

fn lift_single_clause(resolution: &mut Resolution) {
    if resolution.clauses.len() != 1 || !wording::clauses(&resolution.text).is_empty() {
        return;
    }
    let Some((_, state)) = resolution.clauses.pop_first() else {
        return;
    };
    if !state.responsible.is_empty() {
        resolution.responsible = state.responsible;
    }
    if state.deadline.is_some() {
        (resolution.deadline, resolution.extensions) = (state.deadline, state.extensions);
    }
    if state.status != Status::Open {
        resolution.status = state.status;
    }
}

/// One resolution out of two: wordings one after the other, everyone who is to act once, all follow-ups by their
/// days. It keeps the id, the place and, where both have one, the row, subject and links of the first; it is open
/// when one of them is.
///
/// # Errors
/// [`Conflict`] where something of the second would be lost.
pub fn merge(first: &Resolution, second: &Resolution) -> Result<Resolution, Conflict> {
    let written = |r: &Resolution| r.deadline.as_ref().map(|d| d.written.trim().to_owned());
    let both = first.deadline.is_some() && second.deadline.is_some();
    if both && (written(first) != written(second) || first.extensions != second.extensions) {
        return Err(Conflict::Deadline);
    }
    if second
        .clauses
        .keys()
        .any(|letter| first.clauses.contains_key(letter))
    {
        return Err(Conflict::Clauses);
    }
    let mut merged = first.clone();
    merged.text = format!("{}\n{}", first.text.trim_end(), second.text.trim_start());
    merged.row = first.row.or(second.row);
    merged.subject = first.subject.clone().or_else(|| second.subject.clone());
    merged.clauses.extend(second.clauses.clone());
    if first.deadline.is_none() {
        merged.deadline.clone_from(&second.deadline);
        merged.extensions.clone_from(&second.extensions);
    }
    let known = |r: &Responsible| first.responsible.iter().any(|f| f.written == r.written);
    merged
        .responsible
        .extend(second.responsible.iter().filter(|r| !known(r)).cloned());
    merged.follow_ups.extend(second.follow_ups.clone());
    merged.follow_ups.sort_by_key(|f| f.date);
    merged.follows = first.follows.clone().or_else(|| second.follows.clone());
    merged.from_note = first.from_note.clone().or_else(|| second.from_note.clone());
    merged.agenda_item = first.agenda_item.or(second.agenda_item);
    if second.status == Status::Open {
        merged.status = Status::Open;
    }
    for (name, value) in &second.extra {
        merged.extra.entry(name.clone()).or_insert_with(|| value.clone());
    }
    Ok(merged)
}

/// An earlier resolution taken again in a session of `date`: its words, subject, deadlines and who is to act, with
/// nothing of what came of it. It follows the earlier one, which `written` names.
pub fn copy(earlier: &Resolution, date: Option<Day>, written: &str) -> Resolution {
    let again = |deadline: &super::deadline::Deadline| read_deadline(&deadline.written, date);
    let clause = |(letter, state): (&String, &ClauseState)| {
        let state = ClauseState {
            responsible: state.responsible.clone(),
            deadline: state.deadline.as_ref().map(again),
            ..ClauseState::default()
        };
        (letter.clone(), state)
    };
    Resolution {
        subject: earlier.subject.clone(),
        text: earlier.text.clone(),
        clauses: earlier.clauses.iter().map(clause).collect(),
        deadline: earlier.deadline.as_ref().map(again),
        responsible: earlier.responsible.clone(),
        follows: Some(Reference {
            written: written.to_owned(),
            resolution: Some(earlier.id.clone()),
        }),
        ..Resolution::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::resolution::FollowUp;

    fn deadline(written: &str) -> Option<super::super::deadline::Deadline> {
        Some(read_deadline(written, None))
    }

    fn responsible(written: &str) -> Responsible {
        Responsible {
            written: written.into(),
            organisation: None,
        }
    }

    fn with_clauses() -> Resolution {
        let state = |name: &str, status| ClauseState {
            responsible: vec![responsible(name)],
            status,
            ..ClauseState::default()
        };
        Resolution {
            id: ResolutionId::from("s/1"),
            row: Some(4),
            text: "مقرر شد: الف) فهرست تهیه شود. ب) نتیجه اعلام گردد. ج) هزینه برآورد شود.".into(),
            clauses: [
                ("الف".to_owned(), state("آب", Status::Done)),
                ("ج".to_owned(), state("برق", Status::Cancelled)),
            ]
            .into(),
            follow_ups: vec![FollowUp::default()],
            ..Resolution::default()
        }
    }

    #[test]
    fn what_is_known_of_a_clause_goes_where_the_clause_stands() {
        let whole = with_clauses();
        let (first, second) = split(&whole, whole.text.find("ج)").unwrap()).unwrap();
        assert_eq!((first.id, first.row), (whole.id, Some(4)));
        assert_eq!(first.clauses.keys().collect::<Vec<_>>(), ["الف"]);
        assert_eq!(second.row, None);
        assert_eq!(
            second.responsible,
            [responsible("برق")],
            "a single clause is the resolution itself"
        );
        assert_eq!(second.status, Status::Cancelled);
        assert!(second.clauses.is_empty() && second.follow_ups.is_empty());
    }

    #[test]
    fn no_cut_leaves_an_empty_part_or_half_a_letter() {
        let whole = Resolution {
            text: "  آب شرب  ".into(),
            ..Resolution::default()
        };
        for at_byte in [0, 1, 2, 3, whole.text.len() - 1, whole.text.len(), 999] {
            assert_eq!(split(&whole, at_byte), None, "{at_byte}");
        }
        assert!(split(&whole, whole.text.find("شرب").unwrap()).is_some());
    }

    #[test]
    fn parts_that_are_put_together_again_have_the_words_and_the_clauses_of_the_whole() {
        let whole = with_clauses();
        let (first, second) = split(&whole, whole.text.find("ب)").unwrap()).unwrap();
        let merged = merge(&first, &second).unwrap();
        let flat = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(flat(&merged.text), flat(&whole.text));
        assert_eq!(merged.id, whole.id);
    }

    #[test]
    fn what_would_be_lost_keeps_two_resolutions_apart() {
        let with = |written: &str| Resolution {
            text: "متن".into(),
            deadline: deadline(written),
            ..Resolution::default()
        };
        assert_eq!(merge(&with("ده روز"), &with("یک ماه")), Err(Conflict::Deadline));
        assert!(merge(&with("ده روز"), &with("ده روز")).is_ok());
        assert_eq!(merge(&with_clauses(), &with_clauses()), Err(Conflict::Clauses));
        let without = Resolution {
            text: "متن".into(),
            responsible: vec![responsible("آب"), responsible("آب")],
            ..Resolution::default()
        };
        let merged = merge(&without, &with("ده روز")).unwrap();
        assert_eq!(merged.deadline, deadline("ده روز"));
    }

    #[test]
    fn a_copy_has_nothing_of_what_came_of_the_earlier_one() {
        let mut earlier = with_clauses();
        earlier.status = Status::Done;
        earlier.deadline = deadline("ده روز");
        let copied = copy(&earlier, None, "ردیف ۴");
        assert_eq!(
            (copied.status, copied.row, copied.follow_ups.len()),
            (Status::Open, None, 0)
        );
        assert!(
            copied
                .clauses
                .values()
                .all(|c| c.status == Status::Open && !c.responsible.is_empty())
        );
        assert_eq!(copied.follows.unwrap().resolution, Some(earlier.id));
    }
}
