//! How much two names are alike, to offer the likely one first. Does not decide anything.

use crate::domain::names::core_name;
use std::collections::HashSet;

/// At most so many are offered.
const OFFERED: usize = 8;

/// The pairs of letters of a name that follow each other, without the words that all names have.
fn pairs(name: &str) -> HashSet<(char, char)> {
    let core: Vec<char> = core_name(name).chars().collect();
    core.windows(2).map(|two| (two[0], two[1])).collect()
}

/// The things whose names are like a written one by at least so many percent, the likeliest first.
pub(super) fn likely<T: Clone>(
    written: &str,
    things: &[(T, String)],
    least_percent: usize,
) -> Vec<(T, String)> {
    let wanted = pairs(written);
    let score = |name: &str| {
        let other = pairs(name);
        let shared = wanted.intersection(&other).count();
        (shared * 200)
            .checked_div(wanted.len() + other.len())
            .unwrap_or(0)
    };
    let mut scored: Vec<(usize, &(T, String))> = things
        .iter()
        .map(|thing| (score(&thing.1), thing))
        .filter(|(score, _)| *score >= least_percent.max(1))
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored
        .into_iter()
        .take(OFFERED)
        .map(|(_, thing)| thing.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likeliest_name_stands_first_and_unlike_ones_are_not_offered() {
        let things = ["اداره منابع آب", "شهرداری نارستان", "اداره آب و فاضلاب"];
        let things: Vec<(usize, String)> = things.iter().map(|name| (*name).to_owned()).enumerate().collect();
        let found = likely("شهردار نارستان", &things, 30);
        assert_eq!(found.first().map(|(at, _)| *at), Some(1));
        assert_eq!(found.len(), 1);
        assert!(likely("دانشگاه", &things, 60).is_empty());
    }
}
