//! A damaged journal made whole again: what is readable is kept as it stood, what is not is named as a gap.
//!
//! It does not know how the readable part was found.
//!
//! A lost entry leaves traces. The entries behind it say what each record they touch was *before*, and sled says
//! what all records were at the last entry that it holds. A gap's entry brings the records to where these traces
//! show them, so that the history goes on from there without a break.

use super::{
    Change, Entry, Gap, StoreError,
    folder::Folder,
    frame::{self, JournalHead},
    salvage::{RecordPlace, Records, Salvage, SalvagedLine, Witness},
};
use crate::files::{Readers, WholeFile};
use chrono::{DateTime, Utc};
use serde_json::value::RawValue;
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write,
};

/// A gap's entry holds no more changes than this, as far as its numbers can be shared out.
const CHANGES_IN_ONE: usize = 10_000;

/// The entries of a mended journal in their order: those kept, and those that stand for a gap.
pub(super) struct Mending<'a> {
    salvage: &'a Salvage,
    witness: Option<&'a Witness>,
    /// The records as the entries so far leave them.
    state: Records,
    at: DateTime<Utc>,
    set_aside: String,
    /// What was made for the gaps, each with the place in `salvage.lines` that it stands before.
    made: Vec<(usize, Entry)>,
}

/// What the traces say about records: each with its value, `None` where it was not there.
type Traces = BTreeMap<RecordPlace, Option<Box<RawValue>>>;

impl<'a> Mending<'a> {
    /// Walks over what was salvaged and makes an entry for each gap. `at` is the moment of the mending.
    pub(super) fn of(
        salvage: &'a Salvage,
        witness: Option<&'a Witness>,
        at: DateTime<Utc>,
        set_aside: String,
    ) -> Result<Mending<'a>, StoreError> {
        let mut mending = Mending {
            salvage,
            witness,
            state: Records::new(),
            at,
            set_aside,
            made: Vec::new(),
        };
        let mut last = 0;
        for (place, line) in salvage.lines.iter().enumerate() {
            mending.fill(place, last + 1, line.first.saturating_sub(1))?;
            for change in line.entry()?.changes {
                mending.put((change.tree, change.key), change.after);
            }
            last = line.seq;
        }
        let sled_holds = witness.map_or(0, |witness| witness.held.seq);
        mending.fill(
            salvage.lines.len(),
            last + 1,
            sled_holds.max(last + salvage.bad_at_end),
        )?;
        Ok(mending)
    }

    /// The gaps, in order.
    pub(super) fn gaps(&self) -> Vec<Gap> {
        self.made
            .iter()
            .filter_map(|(_, entry)| entry.gap.clone())
            .collect()
    }

    /// How many records the gaps' entries bring back or set right.
    pub(super) fn recovered(&self) -> u64 {
        self.made
            .iter()
            .map(|(_, entry)| entry.changes.len() as u64)
            .sum()
    }

    fn put(&mut self, place: RecordPlace, record: Option<Box<RawValue>>) {
        match record {
            Some(record) => self.state.insert(place, record),
            None => self.state.remove(&place),
        };
    }

    /// Makes what stands for the entries `from` to `to`, before the salvaged line at `place`.
    fn fill(&mut self, place: usize, from: u64, to: u64) -> Result<(), StoreError> {
        if to < from {
            return Ok(());
        }
        let mut changes = Vec::new();
        for ((tree, key), after) in self.traces(place, from, to)? {
            let place = (tree, key);
            let before = self.state.get(&place).cloned();
            if before.as_ref().map(|raw| raw.get()) != after.as_ref().map(|raw| raw.get()) {
                self.put(place.clone(), after.clone());
                changes.push(Change {
                    tree,
                    key: place.1,
                    before,
                    after,
                });
            }
        }
        self.share_out(place, from, to, changes);
        Ok(())
    }

    /// Puts the changes into as many entries as they need and the numbers allow, at least one.
    fn share_out(&mut self, place: usize, from: u64, to: u64, mut changes: Vec<Change>) {
        let mut from = from;
        loop {
            let rest = if from < to {
                changes.split_off(changes.len().min(CHANGES_IN_ONE))
            } else {
                Vec::new()
            };
            let to_here = if rest.is_empty() { to } else { from };
            let gap = Gap {
                from,
                to: to_here,
                set_aside: self.set_aside.clone(),
            };
            let command = RawValue::NULL.to_owned();
            let (at, actor) = (self.at, String::new());
            self.made.push((
                place,
                Entry {
                    seq: to_here,
                    at,
                    actor,
                    command,
                    changes,
                    gap: Some(gap),
                    wrong_befores: Vec::new(),
                },
            ));
            if rest.is_empty() {
                return;
            }
            (from, changes) = (from + 1, rest);
        }
    }

    /// What is known of the records as they were behind the gap.
    fn traces(&self, place: usize, from: u64, to: u64) -> Result<Traces, StoreError> {
        let mut traces = Traces::new();
        if self
            .witness
            .is_some_and(|witness| (from..=to).contains(&witness.held.seq))
        {
            self.ask_sled(&mut traces)?;
        }
        // What an entry behind the gap says is nearer to the truth than a sled that stood inside the gap.
        let mut named = BTreeSet::new();
        let mut last = to;
        for line in &self.salvage.lines[place..] {
            if line.first > last + 1 {
                break;
            }
            for change in line.entry()?.changes {
                let place = (change.tree, change.key);
                if named.insert(place.clone()) {
                    traces.insert(place, change.before);
                }
            }
            last = line.seq;
            if self
                .witness
                .is_some_and(|witness| (line.first..=last).contains(&witness.held.seq))
            {
                self.ask_sled(&mut traces)?;
                break;
            }
        }
        Ok(traces)
    }

    /// Adds what sled knows of the records that have no trace yet.
    fn ask_sled(&self, traces: &mut Traces) -> Result<(), StoreError> {
        let Some(witness) = self.witness else {
            return Ok(());
        };
        let absent_there = self.state.keys().map(|place| (place, None));
        let there = witness
            .records
            .iter()
            .map(|(place, record)| (place, Some(record)));
        let known = absent_there.chain(there).collect::<BTreeMap<_, _>>();
        // Of a sled that lost something, only records that no readable entry names are taken: such a sled may have
        // forgotten a removal or a later wording, and must not bring the older one back.
        let unsure = if witness.is_whole {
            BTreeSet::new()
        } else {
            self.places_in_journal()?
        };
        for (place, record) in known {
            if witness.is_whole || (record.is_some() && !unsure.contains(place)) {
                traces.entry(place.clone()).or_insert_with(|| record.cloned());
            }
        }
        Ok(())
    }

    fn places_in_journal(&self) -> Result<BTreeSet<RecordPlace>, StoreError> {
        let mut places = BTreeSet::new();
        for line in &self.salvage.lines {
            places.extend(
                line.entry()?
                    .changes
                    .into_iter()
                    .map(|change| (change.tree, change.key)),
            );
        }
        Ok(places)
    }

    /// Writes the mended journal in the place of the damaged one, which keeps its new name.
    pub(super) fn write(&self, folder: &Folder, head: &JournalHead) -> Result<(), StoreError> {
        let path = folder.journal();
        let mut out = WholeFile::beside(&path, Readers::Owner).map_err(StoreError::io(&path))?;
        out.write_all(head.line().as_bytes())
            .map_err(StoreError::io(&path))?;
        let mut previous = head.hash();
        let mut put = |seq: u64, json: &str| -> Result<(), StoreError> {
            let (line, hash) = frame::line(seq, &previous, json);
            previous = hash;
            out.write_all(&line).map_err(StoreError::io(&path))
        };
        let mut made = self.made.iter().peekable();
        for place in 0..=self.salvage.lines.len() {
            while let Some((_, entry)) = made.next_if(|(before, _)| *before == place) {
                let json = serde_json::to_string(entry);
                put(
                    entry.seq,
                    &json.map_err(|error| StoreError::NotARecord {
                        why: error.to_string(),
                    })?,
                )?;
            }
            if let Some(line) = self.salvage.lines.get(place) {
                put(line.seq, SalvagedLine::json(line))?;
            }
        }
        out.replace().map_err(StoreError::io(&path))
    }
}
