//! The bidirectional algorithm run backwards: which stored order does a terminal that orders what it paints by UAX #9
//! show as the wanted order? Every answer has been run forwards. Does not know cells.

use super::row::mirrored;
use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo};

/// How often a guess is corrected by what the algorithm made of it.
const ROUNDS: usize = 8;

/// A stored row.
#[derive(Debug, Default)]
pub(super) struct Stored {
    /// For each place of the stored row the place of the wanted row that it is shown at.
    pub order: Vec<usize>,
    /// For each place of the wanted row whether the terminal will mirror it.
    pub mirrored: Vec<bool>,
}

/// A wanted row or piece of one: symbols from left to right and their classes.
pub(super) struct WantedRow<'a> {
    pub symbols: &'a [char],
    pub classes: &'a [BidiClass],
    /// The direction in which the terminal orders it; without one, that of its first strong letter.
    pub direction: Option<Level>,
}

impl WantedRow<'_> {
    /// The stored row that is shown as this one, if guessing from `base` finds one. `text` is scratch.
    pub fn solve(&self, base: Level, text: &mut String) -> Option<Stored> {
        let mut levels = match base.is_rtl() {
            true => self.guess_rtl(),
            false => self.guess_ltr(),
        };
        for _ in 0..ROUNDS {
            let stored = Stored {
                order: ParagraphBidiInfo::reorder_visual(&levels),
                mirrored: levels.iter().map(Level::is_rtl).collect(),
            };
            let shown = self.run(&stored, text);
            if self.is_shown(&stored, &shown) {
                return Some(stored);
            }
            let mut next = levels.clone();
            for (&place, &level) in stored.order.iter().zip(&shown) {
                next[place] = level;
            }
            if next == levels {
                return None;
            }
            levels = next;
        }
        None
    }

    /// A stored row that is shown nearly right, for rows without a solution.
    pub fn nearly(&self) -> Stored {
        let levels = self.guess_rtl();
        Stored {
            order: ParagraphBidiInfo::reorder_visual(&levels),
            mirrored: levels.iter().map(Level::is_rtl).collect(),
        }
    }

    /// The levels that the terminal gives a stored row.
    fn run(&self, stored: &Stored, text: &mut String) -> Vec<Level> {
        text.clear();
        text.extend(stored.order.iter().map(|&place| match stored.mirrored[place] {
            true => mirrored(self.symbols[place]),
            false => self.symbols[place],
        }));
        ParagraphBidiInfo::new(text, self.direction).reordered_levels_per_char(0..text.len())
    }

    /// Whether levels put every stored symbol in its place, brackets turned as reckoned.
    fn is_shown(&self, stored: &Stored, shown: &[Level]) -> bool {
        let in_place = ParagraphBidiInfo::reorder_visual(shown)
            .iter()
            .enumerate()
            .all(|(place, &at)| stored.order[at] == place);
        in_place
            && stored.order.iter().zip(shown).all(|(&place, level)| {
                level.is_rtl() == stored.mirrored[place]
                    || mirrored(self.symbols[place]) == self.symbols[place]
            })
    }

    /// Levels in a right-to-left row: words and numbers from left to right stand at 2, with what joins them.
    fn guess_rtl(&self) -> Vec<Level> {
        use BidiClass::{AN, CS, EN, ES, L};
        self.levels(Level::rtl(), |class, before, between, after| match class {
            L | EN | AN => 2,
            CS | ES if between == 1 && before == Some(EN) && after == Some(EN) => 2,
            _ if before == Some(L) && matches!(after, Some(L | EN)) => 2,
            _ => 1,
        })
    }

    /// Levels in a left-to-right row: what stands between right-to-left letters goes with them.
    fn guess_ltr(&self) -> Vec<Level> {
        use BidiClass::{AL, AN, EN, L, R};
        let next_letter_is_rtl = self.next_letter_is_rtl();
        let mut in_rtl = false;
        let mut levels = Vec::with_capacity(self.classes.len());
        for (place, &class) in self.classes.iter().enumerate() {
            in_rtl = match class {
                R | AL => true,
                L => false,
                _ => in_rtl,
            };
            let inside = in_rtl && next_letter_is_rtl[place];
            let number = match class {
                R | AL => 1,
                AN => 2,
                EN => 2 * u8::from(inside),
                _ => u8::from(inside),
            };
            levels.push(level(number));
        }
        levels
    }

    /// For each place whether the next letter at or right of it is a right-to-left one.
    fn next_letter_is_rtl(&self) -> Vec<bool> {
        let mut next = false;
        let mut found: Vec<bool> = (self.classes.iter().rev())
            .map(|class| {
                match class {
                    BidiClass::R | BidiClass::AL => next = true,
                    BidiClass::L => next = false,
                    _ => {}
                }
                next
            })
            .collect();
        found.reverse();
        found
    }

    /// Gives every symbol a level by its class, the class of the last strong or number before it, how many neutrals
    /// stand together there, and the class of the first strong or number after it.
    fn levels(
        &self,
        base: Level,
        number: impl Fn(BidiClass, Option<BidiClass>, usize, Option<BidiClass>) -> u8,
    ) -> Vec<Level> {
        let mut levels = vec![base; self.classes.len()];
        let mut start = 0;
        let mut before = None;
        while start < self.classes.len() {
            let found = self.classes[start..].iter().position(|&class| is_anchor(class));
            let end = found.map_or(self.classes.len(), |offset| start + offset);
            let after = self.classes.get(end).copied();
            for (slot, &class) in levels[start..end].iter_mut().zip(&self.classes[start..end]) {
                *slot = level(number(class, before, end - start, after));
            }
            if let Some(class) = after {
                levels[end] = level(number(class, before, 0, None));
                before = after;
            }
            start = end + 1;
        }
        levels
    }
}

/// Whether neutrals take their direction from it.
pub(super) fn is_anchor(class: BidiClass) -> bool {
    use BidiClass::{AL, AN, EN, L, R};
    matches!(class, L | R | AL | EN | AN)
}

fn level(number: u8) -> Level {
    // 0, 1 and 2 are always levels.
    Level::new(number).unwrap_or(Level::rtl())
}
