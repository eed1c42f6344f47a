//! Records as bytes: JSON with a version in front.
//!
//! It does not know what is in a record.
//!
//! A stored record is `{"v":1,...fields}`. The version is put there and taken away here, so the types of the domain
//! need no field for it, and a later release can tell an old record from a new one.

use super::{StoreError, Tree};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;

/// The version that this program writes into records.
pub const RECORD_VERSION: u32 = 1;

const FIELD: &str = "{\"v\":";

/// A value as the bytes of a record, with the version in front.
///
/// # Errors
/// [`StoreError::NotARecord`] when the value cannot be written as JSON or is not an object.
pub fn to_record<T: Serialize>(value: &T) -> Result<Box<RawValue>, StoreError> {
    let json = serde_json::to_string(value).map_err(|error| StoreError::NotARecord {
        why: error.to_string(),
    })?;
    raw(stamp(json)?)
}

/// A record as a value.
///
/// # Errors
/// [`StoreError::RecordLater`] when a later release wrote it, [`StoreError::RecordDamaged`] when it does not read
/// as a `T`. `tree` and `key` only name the record in these.
pub fn from_record<T: DeserializeOwned>(tree: Tree, key: &str, json: &str) -> Result<T, StoreError> {
    let (version, body) = split(json);
    if version > RECORD_VERSION {
        let (found, known) = (version, RECORD_VERSION);
        return Err(StoreError::RecordLater {
            tree,
            key: key.to_owned(),
            found,
            known,
        });
    }
    let parsed = match migration(tree, version) {
        Some(migrate) => serde_json::from_str(&body).and_then(|old| serde_json::from_value(migrate(old))),
        None => serde_json::from_str(&body),
    };
    parsed.map_err(|error| StoreError::RecordDamaged {
        tree,
        key: key.to_owned(),
        why: error.to_string(),
    })
}

type Migration = fn(serde_json::Value) -> serde_json::Value;

/// How a record of an earlier version becomes one of today. The first entry comes with `RECORD_VERSION = 2`.
fn migration(_tree: Tree, _version: u32) -> Option<Migration> {
    None
}

/// Makes bytes fit for the journal: on one line, with a version. Records that already are so stay as they are.
pub(super) fn normal(record: Box<RawValue>) -> Result<Box<RawValue>, StoreError> {
    let is_normal = record.get().starts_with(FIELD) && !record.get().contains(['\n', '\r']);
    if is_normal {
        Ok(record)
    } else {
        raw(stamp(one_line(record.get()))?)
    }
}

/// JSON without line breaks. Inside its strings they are escaped, so those found are only space between tokens.
pub(super) fn one_line(json: &str) -> String {
    json.replace(['\n', '\r'], " ")
}

fn stamp(json: String) -> Result<String, StoreError> {
    if json.starts_with(FIELD) {
        return Ok(json);
    }
    let fields = json.trim_start().strip_prefix('{').map(str::trim_start);
    match fields {
        None => Err(StoreError::NotARecord {
            why: "not an object".to_owned(),
        }),
        Some("}") => Ok(format!("{FIELD}{RECORD_VERSION}}}")),
        Some(fields) => Ok(format!("{FIELD}{RECORD_VERSION},{fields}")),
    }
}

fn raw(json: String) -> Result<Box<RawValue>, StoreError> {
    RawValue::from_string(json).map_err(|error| StoreError::NotARecord {
        why: error.to_string(),
    })
}

/// The version and the record without it. A record without a version in front is of the first.
fn split(json: &str) -> (u32, std::borrow::Cow<'_, str>) {
    let versioned = json.strip_prefix(FIELD).and_then(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let version = rest[..digits].parse().ok()?;
        let fields = rest[digits..]
            .strip_prefix(',')
            .or_else(|| rest[digits..].strip_prefix(' '));
        Some((version, format!("{{{}", fields.unwrap_or(&rest[digits..])).into()))
    });
    versioned.unwrap_or((1, json.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Body {
        name: String,
        #[serde(flatten)]
        rest: BTreeMap<String, serde_json::Value>,
    }

    #[test]
    fn the_version_is_added_once_and_is_not_seen_by_the_type() {
        let body = Body {
            name: "کتاف".to_owned(),
            rest: BTreeMap::new(),
        };
        let record = to_record(&body).unwrap();
        assert_eq!(record.get(), r#"{"v":1,"name":"کتاف"}"#);
        assert_eq!(
            from_record::<Body>(Tree::Bodies, "1", record.get()).unwrap(),
            body
        );
        assert_eq!(normal(record.clone()).unwrap().get(), record.get());
    }

    #[test]
    fn a_record_of_a_later_release_is_refused() {
        let error = from_record::<Body>(Tree::Bodies, "1", r#"{"v":2,"name":"x"}"#).unwrap_err();
        let key = "1".to_owned();
        assert_eq!(
            error,
            StoreError::RecordLater {
                tree: Tree::Bodies,
                key,
                found: 2,
                known: 1
            }
        );
    }

    #[test]
    fn a_record_without_a_version_is_of_the_first() {
        assert_eq!(
            from_record::<Body>(Tree::Bodies, "1", r#"{"name":"x"}"#)
                .unwrap()
                .name,
            "x"
        );
    }

    #[test]
    fn a_value_that_is_not_an_object_is_refused() {
        assert!(matches!(to_record(&7), Err(StoreError::NotARecord { .. })));
    }

    #[test]
    fn an_empty_object_and_one_over_many_lines_become_one_line_with_a_version() {
        let normal = |json: &str| normal(RawValue::from_string(json.to_owned()).unwrap()).unwrap();
        assert_eq!(normal("{ }").get(), r#"{"v":1}"#);
        assert_eq!(
            normal("{\n  \"name\": \"x\"\r\n}").get(),
            r#"{"v":1,"name": "x"  }"#
        );
        assert_eq!(
            normal("{\"v\":1,\n\"name\": \"x\"}").get(),
            r#"{"v":1, "name": "x"}"#
        );
    }

    proptest! {
        #[test]
        fn any_text_comes_back_as_it_was(name: String, key in "[a-u]{1,5}", value: String) {
            let body = Body { name, rest: BTreeMap::from([(key, value.into())]) };
            let record = to_record(&body).unwrap();
            prop_assert_eq!(from_record::<Body>(Tree::Bodies, "1", record.get()).unwrap(), body);
        }

        #[test]
        fn no_bytes_make_reading_panic(json: String) {
            let _ = from_record::<Body>(Tree::Bodies, "1", &json);
        }
    }
}
