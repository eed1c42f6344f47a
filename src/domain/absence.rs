//! Unexcused absences of a seat against the limits of its body. Knows no store: the earlier sessions are given.

use super::attendance::Presence;
use super::body::Rules;

/// Unexcused absences of a seat in the sessions held before one, and how many the rules of that day allow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Absences {
    /// In a row, up to the last session that was held.
    pub in_a_row: u32,
    /// In the Jalali year of the session.
    pub in_year: u32,
    /// How many in a row a seat may have; none where the body has no such rule.
    pub limit_in_a_row: Option<u32>,
    /// How many in a year a seat may have; none where the body has no such rule.
    pub limit_in_year: Option<u32>,
}

/// A seat in an earlier session that was held while the seat was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// How it was filled.
    pub presence: Presence,
    /// Whether that session was in the same Jalali year.
    pub same_year: bool,
}

impl Absences {
    /// Counts over the earlier sessions, the latest first.
    ///
    /// A seat that was not ticked says nothing: it neither counts nor ends a row of absences. Everything else that is
    /// no unexcused absence ends the row, an excused absence too.
    ///
    /// ```
    /// use dabir::domain::absence::{Absences, Earlier};
    /// use dabir::domain::attendance::Presence::{Absent, Excused};
    /// let past = [Absent, Absent, Excused, Absent].map(|presence| Earlier { presence, same_year: true });
    /// let absences = Absences::of(past, None);
    /// assert_eq!((absences.in_a_row, absences.in_year), (2, 3));
    /// ```
    pub fn of(latest_first: impl IntoIterator<Item = Earlier>, rules: Option<&Rules>) -> Absences {
        let mut absences = Absences {
            limit_in_a_row: rules.and_then(|r| r.absences_in_a_row),
            limit_in_year: rules.and_then(|r| r.absences_in_a_year),
            ..Absences::default()
        };
        let mut unbroken = true;
        for earlier in latest_first {
            match earlier.presence {
                Presence::Absent => {
                    absences.in_a_row += u32::from(unbroken);
                    absences.in_year += u32::from(earlier.same_year);
                }
                Presence::Unticked => {}
                _ => unbroken = false,
            }
        }
        absences
    }

    /// The same with how the seat was ticked in the session itself: an unexcused absence is one more.
    #[must_use]
    pub fn counting(self, ticked: Presence) -> Absences {
        let more = u32::from(ticked == Presence::Absent);
        Absences {
            in_a_row: self.in_a_row.saturating_add(more),
            in_year: self.in_year.saturating_add(more),
            ..self
        }
    }

    /// Whether one more absence reaches a limit: what the screen warns of before it is ticked.
    pub fn next_reaches_limit(&self) -> bool {
        let reaches =
            |count: u32, limit: Option<u32>| limit.is_some_and(|limit| count.saturating_add(1) >= limit);
        reaches(self.in_a_row, self.limit_in_a_row) || reaches(self.in_year, self.limit_in_year)
    }

    /// Whether more absences stand already than a limit allows.
    pub fn is_over_limit(&self) -> bool {
        let over = |count: u32, limit: Option<u32>| limit.is_some_and(|limit| count > limit);
        over(self.in_a_row, self.limit_in_a_row) || over(self.in_year, self.limit_in_year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Presence::{Absent, Present, Unticked};

    fn past(presences: &[Presence]) -> Vec<Earlier> {
        let earlier = |presence: &Presence| Earlier {
            presence: *presence,
            same_year: true,
        };
        presences.iter().map(earlier).collect()
    }

    #[test]
    fn a_seat_that_was_not_ticked_neither_counts_nor_ends_the_row() {
        let absences = Absences::of(past(&[Absent, Unticked, Absent, Present, Absent]), None);
        assert_eq!((absences.in_a_row, absences.in_year), (2, 3));
    }

    #[test]
    fn the_absence_that_is_ticked_counts_as_it_would_stand() {
        let absences = Absences::of(past(&[Absent]), None);
        let counting = absences.counting(Absent);
        assert_eq!((counting.in_a_row, counting.in_year), (2, 2));
        assert_eq!(absences.counting(Present), absences);
    }

    #[test]
    fn absences_of_another_year_count_in_a_row_only() {
        let mut past = past(&[Absent, Absent]);
        past[1].same_year = false;
        let absences = Absences::of(past, None);
        assert_eq!((absences.in_a_row, absences.in_year), (2, 1));
    }

    #[test]
    fn the_warning_comes_with_the_absence_that_would_reach_the_limit_and_not_before() {
        let rules = Rules {
            absences_in_a_row: Some(3),
            absences_in_a_year: Some(5),
            ..Rules::default()
        };
        let reaches =
            |presences: &[Presence]| Absences::of(past(presences), Some(&rules)).next_reaches_limit();
        assert!(!reaches(&[Absent]));
        assert!(reaches(&[Absent, Absent]));
        assert!(!reaches(&[Present, Absent, Absent, Absent]));
        assert!(reaches(&[Present, Absent, Absent, Absent, Absent]));
        assert!(
            !Absences::of(past(&[Absent; 9]), None).next_reaches_limit(),
            "no rule, no limit"
        );
    }
}
