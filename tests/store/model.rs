//! Random work on a store, with openings, crashes and cuts between, compared with a map.
//!
//! It does not know how a commit is made safe.

use crate::records::{Everything, copy_folder, entry, everything, played, row};
use dabir::store::{Change, Mended, Store, StoreError, Tree};
use proptest::prelude::*;
use std::{fs, path::Path};

/// One thing that happens.
#[derive(Debug, Clone)]
enum Act {
    /// One entry: each (tree, key, number) is written, or removed when the number is 0.
    Commit(Vec<(usize, u8, u64)>),
    /// An entry whose `before` is wrong.
    CommitStale(usize, u8),
    Reopen,
    /// The process dies: what lies in the folder at this moment is all there is.
    Crash,
    /// The process dies in the middle of an append: so many bytes of a next line are there.
    CrashInAppend(usize),
    /// The same, and sled is as it was some commits ago.
    CrashWithOldSled,
    /// sled is gone.
    LoseSled,
    KeepDraft(u8, u8),
    Check,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let change = (0..Tree::COUNT, 0..6u8, 0..5u64);
    let act = prop_oneof![
        10 => prop::collection::vec(change, 1..6).prop_map(Act::Commit),
        1 => (0..Tree::COUNT, 0..6u8).prop_map(|(tree, key)| Act::CommitStale(tree, key)),
        1 => Just(Act::Reopen),
        2 => Just(Act::Crash),
        1 => (1..400usize).prop_map(Act::CrashInAppend),
        1 => Just(Act::CrashWithOldSled),
        1 => Just(Act::LoseSled),
        1 => (0..3u8, 0..9u8).prop_map(|(key, draft)| Act::KeepDraft(key, draft)),
        1 => Just(Act::Check),
    ];
    prop::collection::vec(act, 1..40)
}

fn changes(model: &Everything, wanted: &[(usize, u8, u64)]) -> (Vec<Change>, Everything) {
    let mut after = model.clone();
    let mut changes = Vec::new();
    for &(tree, key, number) in wanted {
        let (tree, key) = (Tree::ALL[tree], format!("k{key}"));
        let before = after
            .get(&(tree, key.clone()))
            .map(|record| crate::records::raw(record));
        let record = (number > 0).then(|| dabir::store::to_record(&row(number)).unwrap());
        match &record {
            Some(record) => after.insert((tree, key.clone()), record.get().to_owned()),
            None => after.remove(&(tree, key.clone())),
        };
        changes.push(Change {
            tree,
            key,
            before,
            after: record,
        });
    }
    (changes, after)
}

/// A store in a folder that changes whenever its process dies.
struct World {
    home: tempfile::TempDir,
    life: usize,
    store: Option<Store>,
    model: Everything,
    commits: u64,
    /// Copies of sled from earlier, the entry each was made at.
    old_sled: Option<std::path::PathBuf>,
}

impl World {
    fn new() -> World {
        let home = tempfile::tempdir().unwrap();
        let (store, _) = Store::open(&home.path().join("0")).unwrap();
        World {
            home,
            life: 0,
            store: Some(store),
            model: Everything::new(),
            commits: 0,
            old_sled: None,
        }
    }

    fn store(&self) -> &Store {
        self.store.as_ref().unwrap()
    }

    fn folder(&self) -> std::path::PathBuf {
        self.home.path().join(self.life.to_string())
    }

    /// Copies the folder of the running store and goes on in the copy, as after `kill -9`.
    fn die(&mut self, damage: impl FnOnce(&Path)) -> Vec<Mended> {
        let next = self.home.path().join((self.life + 1).to_string());
        copy_folder(&self.folder(), &next);
        drop(self.store.take());
        fs::remove_dir_all(self.folder()).unwrap();
        damage(&next);
        self.life += 1;
        self.open()
    }

    fn open(&mut self) -> Vec<Mended> {
        let (store, mended) = Store::open(&self.folder()).unwrap();
        self.store = Some(store);
        mended
    }

    fn act(&mut self, act: &Act) -> Result<(), TestCaseError> {
        match act {
            Act::Commit(wanted) => {
                let (changes, after) = changes(&self.model, wanted);
                self.commits += 1;
                prop_assert_eq!(self.store().commit(entry(changes)), Ok(self.commits));
                self.model = after;
            }
            Act::CommitStale(tree, key) => {
                let (mut changes, _) = changes(&self.model, &[(*tree, *key, 3)]);
                changes[0].before = Some(crate::records::raw(r#"{"v":1,"number":77,"text":""}"#));
                let refused = self.store().commit(entry(changes));
                prop_assert!(matches!(refused, Err(StoreError::Stale { .. })), "{:?}", refused);
            }
            Act::Reopen => {
                drop(self.store.take());
                prop_assert_eq!(self.open(), vec![]);
            }
            Act::Crash => {
                let mended = self.die(|_| {});
                let only_behind = mended
                    .iter()
                    .all(|mended| !matches!(mended, Mended::TornEntry { .. }));
                prop_assert!(only_behind, "{:?}", mended);
            }
            Act::CrashInAppend(bytes) => {
                let mended = self.die(|folder| tear(folder, *bytes));
                prop_assert!(
                    mended
                        .iter()
                        .any(|mended| matches!(mended, Mended::TornEntry { .. })),
                    "{:?}",
                    mended
                );
            }
            Act::CrashWithOldSled => {
                let kept = self.home.path().join("old-sled");
                let old = self.old_sled.take();
                if old.is_some() {
                    self.die(|folder| {
                        fs::remove_dir_all(folder.join("sled")).unwrap();
                        fs::rename(&kept, folder.join("sled")).unwrap();
                    });
                }
                // Closed first: what is copied is a sled that was whole once.
                drop(self.store.take());
                copy_folder(&self.folder().join("sled"), &kept);
                self.old_sled = Some(kept);
                self.open();
            }
            Act::LoseSled => {
                self.die(|folder| fs::remove_dir_all(folder.join("sled")).unwrap());
            }
            Act::KeepDraft(key, draft) => {
                self.store().keep_draft(&format!("d{key}"), &draft.to_string());
                prop_assert_eq!(self.store().draft(&format!("d{key}")), Some(draft.to_string()));
            }
            Act::Check => {
                let report = self.store().check().unwrap();
                prop_assert!(report.is_sound(), "{:?}", report.faults);
                prop_assert_eq!(report.entries, self.commits);
            }
        }
        Ok(())
    }

    fn agrees(&self) -> Result<(), TestCaseError> {
        prop_assert_eq!(&everything(self.store()), &self.model);
        prop_assert_eq!(self.store().last_seq(), self.commits);
        for tree in Tree::ALL {
            let count = self.model.keys().filter(|place| place.0 == tree).count() as u64;
            prop_assert_eq!(self.store().count(tree), Ok(count));
        }
        Ok(())
    }
}

/// Writes the beginning of a line behind the journal, never a whole one.
fn tear(folder: &Path, bytes: usize) {
    let path = folder.join("journal");
    let mut journal = fs::read(&path).unwrap();
    let body = format!("999 {} {}", "0".repeat(64), "x".repeat(500));
    let line = format!("{} {:08x} {body}", body.len(), crc32c::crc32c(body.as_bytes()));
    journal.extend_from_slice(&line.as_bytes()[..bytes]);
    fs::write(path, journal).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_store_holds_what_was_committed(acts in acts()) {
        let mut world = World::new();
        for act in &acts {
            world.act(act)?;
            world.agrees()?;
        }
        prop_assert_eq!(&played(world.store()), &world.model);
        prop_assert!(world.store().check().unwrap().is_sound());
    }
}
