//! Which record a person means who writes its name or its id. Does not know what is to happen to it.

use super::call::Call;
use super::fault::Fault;
use crate::domain::names::{nearness, whole_name};
use crate::office::{Office, read};
use crate::say;
use crate::words::Words;
use serde::Serialize;

/// A record by its id and what it is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct NamedRecord {
    pub id: String,
    pub name: String,
}

/// A record that could be meant.
struct NamedCandidate {
    record: NamedRecord,
    /// What else it is called.
    also: Vec<String>,
    /// What it belongs to, where that tells it from others of its name.
    of: String,
}

impl NamedCandidate {
    fn names(&self) -> impl Iterator<Item = &str> {
        let first = std::iter::once(self.record.name.as_str());
        first.chain(self.also.iter().map(String::as_str))
    }
}

/// The organisation that is meant by a name, another name or an id.
pub(super) fn organisation(call: &Call, office: &Office, written: &str) -> Result<NamedRecord, Fault> {
    let all = read::organisations(office).map_err(|failure| call.failed(office, &failure))?;
    let candidates = all.into_iter().map(|one| NamedCandidate {
        record: NamedRecord {
            id: one.id.to_string(),
            name: one.name,
        },
        also: one.aliases,
        of: String::new(),
    });
    meant(&call.words, written, &candidates.collect::<Vec<_>>())
}

/// The seat that is meant by its name or its id.
pub(super) fn seat(call: &Call, office: &Office, written: &str) -> Result<NamedRecord, Fault> {
    let bodies = read::bodies(office).map_err(|failure| call.failed(office, &failure))?;
    let mut candidates = Vec::new();
    for (body, seats) in bodies {
        candidates.extend(seats.into_iter().map(|seat| NamedCandidate {
            record: NamedRecord {
                id: seat.id.to_string(),
                name: seat.name,
            },
            also: Vec::new(),
            of: body.brief().to_owned(),
        }));
    }
    meant(&call.words, written, &candidates)
}

/// The body that is meant by its name, its short name or its id.
pub(super) fn body(call: &Call, office: &Office, written: &str) -> Result<NamedRecord, Fault> {
    let bodies = read::bodies(office).map_err(|failure| call.failed(office, &failure))?;
    let candidates = bodies.into_iter().map(|(body, _)| NamedCandidate {
        record: NamedRecord {
            id: body.id.to_string(),
            name: body.name,
        },
        also: body.short_name.into_iter().collect(),
        of: String::new(),
    });
    meant(&call.words, written, &candidates.collect::<Vec<_>>())
}

/// The session that is meant by its id, or by what it is called: «هشتمین جلسه کارگروه آب».
pub(super) fn session(call: &Call, office: &Office, written: &str) -> Result<NamedRecord, Fault> {
    let rows = read::sessions(office, call.today()).map_err(|failure| call.failed(office, &failure))?;
    let candidates = rows.into_iter().map(|row| NamedCandidate {
        record: NamedRecord {
            id: row.session.id.to_string(),
            name: say::session_name(&call.words, &row.session, &row.body),
        },
        also: Vec::new(),
        of: row
            .session
            .date
            .map(|day| call.words.day(day))
            .unwrap_or_default(),
    });
    meant(&call.words, written, &candidates.collect::<Vec<_>>())
}

/// The one that is meant: by its id, else by the name exactly as it is written, else in any spelling. A part of a name
/// is not enough for what takes records away.
fn meant(words: &Words, written: &str, all: &[NamedCandidate]) -> Result<NamedRecord, Fault> {
    let written = written.trim();
    let wanted = whole_name(written);
    let is_id = |one: &NamedCandidate| one.record.id == written;
    let is_name = |one: &NamedCandidate| one.record.name == written;
    let is_other_name = |one: &NamedCandidate| one.names().any(|name| name == written);
    let is_spelling =
        |one: &NamedCandidate| !wanted.is_empty() && one.names().any(|name| whole_name(name) == wanted);
    let ways: [&dyn Fn(&NamedCandidate) -> bool; 4] = [&is_id, &is_name, &is_other_name, &is_spelling];
    for way in ways {
        let found: Vec<&NamedCandidate> = all.iter().filter(|one| way(one)).collect();
        match found.as_slice() {
            [] => {}
            [one] => return Ok(one.record.clone()),
            several => return Err(ambiguous(words, written, several)),
        }
    }
    Err(unknown(words, written, all))
}

fn ambiguous(words: &Words, written: &str, several: &[&NamedCandidate]) -> Fault {
    let args = [("name", written.into()), ("which", listed(words, several).into())];
    Fault::not_done(words.say_with("named-several", &args))
}

/// So many names are offered in place of one that is not known.
const MOST_OFFERED: usize = 5;

fn unknown(words: &Words, written: &str, all: &[NamedCandidate]) -> Fault {
    let wanted = whole_name(written);
    let is_near = |one: &&NamedCandidate| {
        one.names().any(|name| {
            let has = !wanted.is_empty() && whole_name(name).contains(&wanted);
            has || nearness(written, name).is_some()
        })
    };
    let near: Vec<&NamedCandidate> = all.iter().filter(is_near).take(MOST_OFFERED).collect();
    let args = [("name", written.into()), ("which", listed(words, &near).into())];
    let id = if near.is_empty() {
        "named-nobody"
    } else {
        "named-near"
    };
    Fault::not_done(words.say_with(id, &args))
}

/// Each in a line of its own, with the id that names it alone.
fn listed(words: &Words, several: &[&NamedCandidate]) -> String {
    let line = |one: &&NamedCandidate| {
        let NamedRecord { id, name } = &one.record;
        let args = [
            ("id", id.as_str().into()),
            ("name", name.as_str().into()),
            ("of", one.of.as_str().into()),
        ];
        let with_place = if one.of.is_empty() {
            "named-line"
        } else {
            "named-line-of"
        };
        words.say_with(with_place, &args)
    };
    let lines: Vec<String> = several.iter().map(line).collect();
    lines.join("\n")
}
