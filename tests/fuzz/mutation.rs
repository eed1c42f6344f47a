//! Inputs made of sound ones by chance. It does not know what they are for.

use crate::rows::Chance;

/// What readers stumble over: marks of direction and joining, digits of three kinds, signs of tables and sequences,
/// numbers at the edges, and what closes or opens.
const TOKENS: [&str; 44] = [
    "\u{200c}",
    "\u{200d}",
    "\u{200e}",
    "\u{200f}",
    "\u{202e}",
    "\u{2066}",
    "\u{2069}",
    "\u{feff}",
    "\u{85}",
    "\u{9b}",
    "\u{1b}[",
    "\u{1b}[200~",
    "\u{1b}]52;",
    "\u{1b}P",
    "\0",
    "\t",
    "\r\n",
    "\n\n",
    "|",
    "||",
    "\"",
    "«",
    "»",
    "(",
    ")",
    "۰",
    "٣",
    "7",
    "/",
    "//",
    "-",
    ":",
    "،",
    "؛",
    "بند",
    "مصوبات",
    "ردیف",
    "{",
    "}",
    "[[",
    "<td>",
    "</table>",
    "18446744073709551616",
    "&#x202e;",
];

fn below(chance: &mut Chance, end: usize) -> usize {
    usize::try_from(chance.below(end.max(1) as u64)).unwrap()
}

/// A stretch of the bytes.
fn stretch(chance: &mut Chance, bytes: &[u8]) -> std::ops::Range<usize> {
    let start = below(chance, bytes.len() + 1);
    let most = (bytes.len() - start).min(1 << below(chance, 12));
    start..start + below(chance, most + 1)
}

/// One of the seeds, changed a few times.
pub fn mutated(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seeds[below(chance, seeds.len())].clone();
    for _ in 0..below(chance, 8) {
        let at = below(chance, bytes.len() + 1);
        match chance.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            1 => drop(bytes.drain(stretch(chance, &bytes))),
            2 => {
                let again = bytes[stretch(chance, &bytes)].to_vec();
                bytes.splice(at..at, again);
            }
            3 => {
                let other = &seeds[below(chance, seeds.len())];
                let part = other[stretch(chance, other)].to_vec();
                bytes.splice(at..at, part);
            }
            4 => bytes.truncate(at),
            5 => {
                let many = TOKENS[below(chance, TOKENS.len())].repeat(1 << below(chance, 8));
                bytes.splice(at..at, many.into_bytes());
            }
            6 => {
                let place = stretch(chance, &bytes);
                let token = TOKENS[below(chance, TOKENS.len())].as_bytes();
                bytes.splice(place, token.iter().copied());
            }
            _ => {
                let token = TOKENS[below(chance, TOKENS.len())].as_bytes();
                bytes.splice(at..at, token.iter().copied());
            }
        }
    }
    bytes
}

#[test]
fn the_same_chance_makes_the_same_inputs_and_other_ones_than_the_seed() {
    let seeds = [b"one".to_vec(), b"another".to_vec()];
    let made = |seed| {
        let mut chance = Chance::seeded(seed);
        (0..50).map(|_| mutated(&seeds, &mut chance)).collect::<Vec<_>>()
    };
    assert_eq!(made(1), made(1));
    assert_ne!(made(1), made(2));
    assert!(made(1).iter().filter(|made| !seeds.contains(made)).count() > 25);
}
