//! Made-up archives of any size, the same for the same seed: the phrases, bodies and organisations of `data/sample`,
//! put together anew, with numbers and rare words between them. Does not know what is measured.

use chrono::{TimeZone, Utc};
use dabir::calendar::{Day, Span};
use dabir::domain::deadline::{Deadline, Meaning};
use dabir::domain::ids::{ResolutionId, SessionId};
use dabir::domain::resolution::{FollowUp, Resolution, Responsible, Status};
use dabir::domain::session::Session;
use dabir::exchange::archive::{Archive, read_archive};
use dabir::store::{Change, NewEntry, Store, Tree, to_record};
use serde_json::value::RawValue;

const SAMPLE: &[u8] = include_bytes!("../../data/sample/office.json");
/// Resolutions of one session.
const IN_SESSION: usize = 16;
/// Sessions of one journal entry.
const IN_ENTRY: usize = 16;
/// How many rare words there are; the first is the most frequent.
const RARE_WORDS: u64 = 200_000;
/// Bytes of a wording.
const TEXT_BYTES: usize = 600;

/// SplitMix64: chance that is the same everywhere.
pub struct Chance(u64);

impl Chance {
    pub fn seeded(seed: u64) -> Chance {
        Chance(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn one_of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len() as u64) as usize]
    }
}

/// What rows are made of.
pub struct Maker {
    sample: Archive,
    /// Runs of three to seven words of the sample's wordings.
    phrases: Vec<String>,
    subjects: Vec<String>,
}

/// The word with this number: letters that no sentence of the sample has in this order.
pub fn rare_word(number: u64) -> String {
    const STARTS: [&str; 20] = [
        "بر", "پا", "تی", "جو", "چل", "خر", "دی", "را", "زم", "سا", "شن", "فر", "کا", "گل", "لا", "مه", "نو",
        "ور", "هی", "یا",
    ];
    const ENDS: [&str; 10] = [
        "زاد", "گرد", "مند", "ستان", "آباد", "پور", "یان", "نیا", "کوه", "رود",
    ];
    let mut word = String::new();
    let mut rest = number / ENDS.len() as u64 + 20;
    while rest > 0 {
        word.push_str(STARTS[(rest % 20) as usize]);
        rest /= 20;
    }
    word + ENDS[(number % 10) as usize]
}

impl Maker {
    pub fn new() -> Maker {
        let sample = read_archive(SAMPLE).expect("the sample is an archive");
        let mut phrases = Vec::new();
        let texts = sample
            .resolutions
            .iter()
            .map(|r| &r.text)
            .chain(sample.notes.iter().map(|n| &n.text));
        for text in texts {
            let words: Vec<&str> = text.split_whitespace().collect();
            for (place, run) in [3, 5, 7, 4, 6].iter().cycle().zip(0..words.len() / 3) {
                let run = run * 3..(run * 3 + place).min(words.len());
                phrases.push(words[run].join(" "));
            }
        }
        let subjects = sample
            .resolutions
            .iter()
            .filter_map(|r| r.subject.clone())
            .collect();
        Maker {
            sample,
            phrases,
            subjects,
        }
    }

    fn text(&self, chance: &mut Chance) -> String {
        let mut text = String::from("مقرر شد ");
        while text.len() < TEXT_BYTES {
            text.push_str(chance.one_of::<String>(&self.phrases));
            text.push(' ');
            match chance.below(12) {
                0 => {
                    // Frequent ones far more often than others.
                    let reach = chance.below(RARE_WORDS) + 1;
                    text.push_str(&rare_word(chance.below(reach) * chance.below(100) / 100));
                }
                1 => text.push_str(&format!("{}", chance.below(2000) * 5)),
                2 => text.push('و'),
                _ => {}
            }
            text.push(' ');
        }
        text
    }

    fn resolution(&self, session: &Session, place: usize, age_days: i64, chance: &mut Chance) -> Resolution {
        let organisation = |chance: &mut Chance| {
            let organisation = chance.one_of(&self.sample.organisations);
            let names: Vec<&str> = organisation.names().collect();
            Responsible {
                written: (*chance.one_of(&names)).to_owned(),
                organisation: Some(organisation.id.clone()),
            }
        };
        let (written, meaning) = match chance.below(10) {
            0 => ("فوری", Meaning::Immediate),
            1 => ("مستمر", Meaning::Continuous),
            2 => ("در اسرع وقت", Meaning::Asap),
            3 => ("سه ماه یکبار", Meaning::Every(Span::Months(3))),
            4 => ("یک ماه پس از ابلاغ", Meaning::AfterNotification(Span::Months(1))),
            5 | 6 => ("دو هفته", Meaning::Within(Span::Weeks(2))),
            7 => ("حداکثر شش ماه", Meaning::AtMost(Span::Months(6))),
            _ => ("یک ماه", Meaning::Within(Span::Months(1))),
        };
        // The older, the more is done.
        let is_open = chance.below(2000) as i64 > age_days.clamp(600, 1960);
        let status = match chance.below(20) {
            _ if is_open => Status::Open,
            0 => Status::Cancelled,
            1 => Status::Superseded,
            _ => Status::Done,
        };
        let follow_up = |chance: &mut Chance| FollowUp {
            date: session.date.map(|day| day.plus_days(chance.below(90) as i64)),
            by: Some(organisation(chance).written),
            letter: Some(format!(
                "{}/{}",
                chance.below(90) + 10,
                chance.below(90_000) + 1000
            )),
            text: format!("{}.", chance.one_of(&self.phrases)),
            status: Some(status),
            ..FollowUp::default()
        };
        let follow_ups = (0..chance.below(3)).map(|_| follow_up(chance)).collect();
        Resolution {
            id: ResolutionId::in_session(&session.id, &format!("r{place:02}")),
            position: (place as u32 + 1) * 10,
            row: Some(place as u32 + 1),
            subject: (chance.below(3) == 0).then(|| chance.one_of(&self.subjects).clone()),
            text: self.text(chance),
            deadline: Some(Deadline {
                written: written.to_owned(),
                meaning,
            }),
            responsible: (0..=chance.below(2)).map(|_| organisation(chance)).collect(),
            status,
            follow_ups,
            ..Resolution::default()
        }
    }

    /// Session number `number` of an archive of `sessions`, spread over the twenty years before `today`, and its
    /// resolutions.
    pub fn session(&self, number: usize, sessions: usize, today: Day) -> (Session, Vec<Resolution>) {
        let mut chance = Chance::seeded(number as u64);
        let age_days = ((sessions - number) * 7300 / sessions) as i64;
        let date = today.plus_days(-age_days);
        let session = Session {
            id: SessionId(format!("s{number:06}")),
            body: chance.one_of(&self.sample.bodies).id.clone(),
            year: Some(date.jalali().year),
            ordinal: Some(number as u32 % 400 + 1),
            date: Some(date),
            notified: (chance.below(3) > 0).then(|| date.plus_days(7)),
            ..Session::default()
        };
        let rows = (0..IN_SESSION).map(|place| self.resolution(&session, place, age_days, &mut chance));
        let rows = rows.collect();
        (session, rows)
    }

    /// Fills an empty store with `rows` resolutions.
    pub fn fill(&self, store: &Store, rows: usize, today: Day) {
        let heads = self
            .sample
            .bodies
            .iter()
            .map(|b| put(Tree::Bodies, b.id.as_str(), b));
        let heads = heads.chain(
            self.sample
                .organisations
                .iter()
                .map(|o| put(Tree::Organisations, o.id.as_str(), o)),
        );
        store.commit(entry(heads.collect())).expect("a commit");
        let sessions = rows.div_ceil(IN_SESSION);
        let mut changes = Vec::new();
        for number in 0..sessions {
            let (session, resolutions) = self.session(number, sessions, today);
            changes.push(put(Tree::Sessions, session.id.as_str(), &session));
            let wanted = rows - number * IN_SESSION;
            changes.extend(
                resolutions
                    .iter()
                    .take(wanted)
                    .map(|r| put(Tree::Resolutions, r.id.as_str(), r)),
            );
            if number % IN_ENTRY == IN_ENTRY - 1 || number + 1 == sessions {
                store
                    .commit(entry(std::mem::take(&mut changes)))
                    .expect("a commit");
            }
        }
    }
}

fn put<T: serde::Serialize>(tree: Tree, key: &str, record: &T) -> Change {
    Change {
        tree,
        key: key.to_owned(),
        before: None,
        after: Some(to_record(record).expect("a record")),
    }
}

/// An entry of these changes.
pub fn entry(changes: Vec<Change>) -> NewEntry {
    NewEntry {
        at: Utc.timestamp_opt(1_700_000_000, 0).unwrap(),
        actor: "bench".to_owned(),
        command: RawValue::from_string(r#"{"name":"import_archive"}"#.to_owned()).expect("JSON"),
        changes,
    }
}
