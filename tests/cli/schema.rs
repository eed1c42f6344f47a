//! The schema of the archive: what the program prints is what `data/` has, every archive fits it, and it names every field.
//! It does not know the program's types but for an archive in which every field is filled.

use crate::office::Office;
use dabir::exchange::archive::{SCHEMA, read_archive, write_archive};
use serde_json::{Map, Value, json};

/// Where a value does not fit its schema, as far as this program's schema goes: types, properties, items, choices,
/// patterns and bounds. `strict`: no field may be there that the schema does not name.
struct Fit<'a> {
    root: &'a Value,
    strict: bool,
    misfits: Vec<String>,
}

impl Fit<'_> {
    fn of(root: &Value, value: &Value, strict: bool) -> Vec<String> {
        let misfits = Vec::new();
        let mut fit = Fit {
            root,
            strict,
            misfits,
        };
        fit.value("", root, value);
        fit.misfits
    }

    fn say(&mut self, place: &str, what: &str) {
        self.misfits.push(format!("{place}: {what}"));
    }

    fn value(&mut self, place: &str, schema: &Value, value: &Value) {
        for (word, said) in schema.as_object().unwrap() {
            match word.as_str() {
                "$schema" | "$defs" | "title" | "description" | "required" | "additionalProperties" => {}
                "$ref" => {
                    let name = said.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                    let (root, defined) = (self.root, &self.root["$defs"][name]);
                    assert!(
                        defined.is_object(),
                        "{name} is defined nowhere in {}",
                        root["title"]
                    );
                    self.value(place, &defined.clone(), value);
                }
                "anyOf" | "oneOf" => {
                    let fits = |choice: &&Value| Fit::within(self.root, choice, value, self.strict);
                    let count = said.as_array().unwrap().iter().filter(fits).count();
                    if count == 0 || (word == "oneOf" && count > 1) {
                        self.say(place, &format!("{count} of {word} fit {value}"));
                    }
                }
                "type" => self.kind(place, said, value),
                "enum" if !said.as_array().unwrap().contains(value) => {
                    self.say(place, &format!("{value} is no choice"));
                }
                "minLength" if value == "" => self.say(place, "empty"),
                "minimum" if value.as_i64().is_some_and(|is| is < said.as_i64().unwrap()) => {
                    self.say(place, "below");
                }
                "maximum" if value.as_i64().is_some_and(|is| is > said.as_i64().unwrap()) => {
                    self.say(place, "above");
                }
                "pattern" => self.pattern(place, said.as_str().unwrap(), value),
                "items" => {
                    for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.value(&format!("{place}/{number}"), said, item);
                    }
                }
                "properties" => {}
                "enum" | "minLength" | "minimum" | "maximum" => {}
                other => panic!("{other} is a word that this test does not know"),
            }
        }
        if let Some(fields) = value.as_object() {
            self.fields(place, schema, fields);
        }
    }

    fn within(root: &Value, schema: &Value, value: &Value, strict: bool) -> bool {
        let misfits = Vec::new();
        let mut fit = Fit {
            root,
            strict,
            misfits,
        };
        fit.value("", schema, value);
        fit.misfits.is_empty()
    }

    fn kind(&mut self, place: &str, kinds: &Value, value: &Value) {
        let kind = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_i64() || number.is_u64() => "integer",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        let may_be = |one: &Value| one == kind;
        if !kinds
            .as_array()
            .map_or(may_be(kinds), |kinds| kinds.iter().any(may_be))
        {
            self.say(place, &format!("{kind}, not {kinds}"));
        }
    }

    /// The few patterns of this schema: digits, and what stands between them.
    fn pattern(&mut self, place: &str, pattern: &str, value: &Value) {
        let Some(text) = value.as_str() else { return };
        let digits =
            |text: &str, count: usize| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
        let day = |text: &str| {
            let parts: Vec<&str> = text.split('-').collect();
            matches!(parts[..], [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
        };
        let fits = match pattern {
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => day(text),
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T" => text.split_once('T').is_some_and(|(date, _)| day(date)),
            "^[0-2][0-9]:[0-5][0-9]$" => {
                let (hour, minute) = text.split_once(':').unwrap_or_default();
                digits(hour, 2) && digits(minute, 2) && hour < "30" && minute < "60"
            }
            "^[0-9a-f]{64}$" => {
                text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
            }
            other => panic!("{other} is a pattern that this test does not know"),
        };
        if !fits {
            self.say(place, &format!("{text:?} is not {pattern}"));
        }
    }

    fn fields(&mut self, place: &str, schema: &Value, fields: &Map<String, Value>) {
        let named = schema["properties"].as_object();
        let other = &schema["additionalProperties"];
        for (name, value) in fields {
            let place = format!("{place}/{name}");
            match (named.and_then(|named| named.get(name)), other) {
                (Some(schema), _) => self.value(&place, schema, value),
                (None, Value::Object(_)) => self.value(&place, other, value),
                (None, Value::Bool(false)) => self.say(&place, "no such field"),
                (None, _) if self.strict && named.is_some() => self.say(&place, "not named"),
                _ => {}
            }
        }
        for name in schema["required"].as_array().into_iter().flatten() {
            if !fields.contains_key(name.as_str().unwrap()) {
                self.say(place, &format!("without {name}"));
            }
        }
    }
}

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

#[test]
fn the_archive_of_the_sample_office_fits_the_schema_that_is_printed_and_no_other_does() {
    let office = Office::new();
    office.done(&["demo", "--no-open"]);
    let printed = office.done(&["export", "schema", "--to", "-"]);
    assert_eq!(printed, SCHEMA);
    let archive: Value = serde_json::from_str(&office.done(&["export", "archive", "--to", "-"])).unwrap();
    assert_eq!(Fit::of(&schema(), &archive, true), Vec::<String>::new());
    // What may not be is found, each at its place.
    for (place, wrong) in [
        ("/format", json!("other")),
        ("/version", json!(0)),
        ("/sessions/0/date", json!("1401/03/12")),
        ("/sessions/0/id", json!("")),
        ("/resolutions/0/status", json!("undone")),
        ("/resolutions/0/text", Value::Null),
        ("/resolutions/0/responsible/0", json!("بهزیستی")),
        ("/attendance/0/status", json!(7)),
        ("/seats/0/order", json!(-1)),
    ] {
        let mut archive = archive.clone();
        *archive.pointer_mut(place).expect(place) = wrong;
        let misfits = Fit::of(&schema(), &archive, true);
        assert!(
            misfits.iter().any(|misfit| misfit.starts_with(place)),
            "{place}: {misfits:?}"
        );
    }
    let mut later = archive;
    later["sessions"][0]["of_a_later_program"] = json!(true);
    assert!(Fit::of(&schema(), &later, false).is_empty());
    assert_eq!(Fit::of(&schema(), &later, true).len(), 1);
}

/// Values that fit a schema: every choice there is, with every field.
fn filled(root: &Value, schema: &Value) -> Vec<Value> {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.strip_prefix("#/$defs/").unwrap();
        return filled(root, &root["$defs"][name]);
    }
    for choice in ["anyOf", "oneOf"] {
        if let Some(choices) = schema[choice].as_array() {
            return choices.iter().flat_map(|one| filled(root, one)).collect();
        }
    }
    if let Some(choices) = schema["enum"].as_array() {
        return choices.clone();
    }
    let kind = schema["type"]
        .as_array()
        .map_or(&schema["type"], |kinds| &kinds[0]);
    match kind.as_str() {
        Some("object") => filled_object(root, schema),
        Some("array") => vec![Value::Array(filled(root, &schema["items"]))],
        Some("boolean") => vec![json!(true)],
        Some("integer") => vec![json!(3)],
        Some("null") => vec![Value::Null],
        _ => vec![match schema["pattern"].as_str() {
            Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}$") => json!("2022-06-02"),
            Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}T") => json!("2022-06-02T07:30:00Z"),
            Some("^[0-2][0-9]:[0-5][0-9]$") => json!("07:30"),
            Some(_) => json!("0".repeat(64)),
            None => json!("متن"),
        }],
    }
}

/// As many objects as the field with the most values has.
fn filled_object(root: &Value, schema: &Value) -> Vec<Value> {
    let Some(named) = schema["properties"].as_object() else {
        let values = filled(root, &schema["additionalProperties"]);
        let entries = (0..)
            .zip(values)
            .map(|(number, value)| (format!("k{number}"), value));
        return vec![Value::Object(entries.collect())];
    };
    let fields: Vec<(&String, Vec<Value>)> = named
        .iter()
        .map(|(name, schema)| (name, filled(root, schema)))
        .collect();
    let most = fields.iter().map(|(_, values)| values.len()).max().unwrap_or(1);
    let object = |number: usize| {
        let value = |values: &[Value]| values[number % values.len()].clone();
        let entries = fields
            .iter()
            .map(|(name, values)| ((*name).clone(), value(values)));
        Value::Object(entries.collect())
    };
    (0..most).map(object).collect()
}

#[test]
fn the_program_reads_every_field_that_the_schema_names_and_writes_what_the_schema_says() {
    let schema = schema();
    let full = filled(&schema, &schema).remove(0);
    assert_eq!(Fit::of(&schema, &full, true), Vec::<String>::new());
    let read = read_archive(full.to_string().as_bytes()).unwrap();
    let extras = [
        read.sessions.iter().map(|one| one.extra.len()).sum::<usize>(),
        read.bodies.iter().map(|one| one.extra.len()).sum(),
        read.organisations.iter().map(|one| one.extra.len()).sum(),
        read.seats.iter().map(|one| one.extra.len()).sum(),
        read.notes.iter().map(|one| one.extra.len()).sum(),
        read.attendance.iter().map(|one| one.extra.len()).sum(),
        read.resolutions.iter().map(|one| one.extra.len()).sum(),
        read.sources.iter().map(|one| one.extra.len()).sum(),
        read.corrections.iter().map(|one| one.extra.len()).sum(),
        read.signed_minutes.iter().map(|one| one.extra.len()).sum(),
    ];
    assert_eq!(
        extras, [0; 10],
        "the schema names fields that the program does not know"
    );
    assert!(read.sessions.len() > 1 && read.signed_minutes.len() > 1);
    let written: Value = serde_json::from_slice(&write_archive(&read)).unwrap();
    assert_eq!(Fit::of(&schema, &written, true), Vec::<String>::new());
}
