//! Which trees of a sled that was believed at opening are still to be compared with its checkpoint, one by one.
//!
//! It does not know how a tree is compared. Nobody reads or changes a tree before it was: what a damaged file took out
//! of sled's reach would be missing from a list in silence, and would be taken by a commit for what never was.

use super::Tree;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// What is still to be compared; nothing of a sled that was compared whole.
#[derive(Debug, Default)]
pub(super) struct Proof {
    due: Vec<Tree>,
    /// Those of `due` that nobody has begun to compare, the first in front.
    waiting: Vec<Tree>,
    /// This sled is closed: whoever compares its trees lets go of them.
    is_given_up: Arc<AtomicBool>,
}

impl Proof {
    /// Everything is to be compared, in this order where nobody waits for one.
    pub(super) fn of(trees: Vec<Tree>) -> Proof {
        Proof {
            due: trees.clone(),
            waiting: trees,
            is_given_up: Arc::default(),
        }
    }

    /// Whether the tree must not be read yet.
    pub(super) fn is_due(&self, tree: Tree) -> bool {
        self.due.contains(&tree)
    }

    /// Somebody waits for the tree: it comes next.
    pub(super) fn hurry(&mut self, tree: Tree) {
        if let Some(at) = self.waiting.iter().position(|waiting| *waiting == tree) {
            self.waiting[..=at].rotate_right(1);
        }
    }

    /// The tree that is to be compared now.
    pub(super) fn next(&mut self) -> Option<Tree> {
        (!self.waiting.is_empty()).then(|| self.waiting.remove(0))
    }

    /// The tree is as the checkpoint has it.
    pub(super) fn done(&mut self, tree: Tree) {
        self.due.retain(|due| *due != tree);
    }

    /// Somebody else compares everything, or has the sled closed. Whether anything was due.
    pub(super) fn take_over(&mut self) -> bool {
        let was_due = !self.is_over();
        self.due.clear();
        self.waiting.clear();
        was_due
    }

    /// Nobody compares it any more.
    pub(super) fn give_up(&mut self) {
        self.is_given_up.store(true, Ordering::Relaxed);
        *self = Proof::default();
    }

    /// Becomes true when it is given up.
    pub(super) fn given_up(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.is_given_up)
    }

    /// Whether nothing is left to be compared.
    pub(super) fn is_over(&self) -> bool {
        self.due.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_waits_for_comes_next_and_the_rest_keeps_its_order() {
        let mut proof = Proof::of(vec![Tree::Bodies, Tree::Seats, Tree::Notes, Tree::Sources]);
        assert_eq!(proof.next(), Some(Tree::Bodies));
        proof.hurry(Tree::Notes);
        // It is being compared already.
        proof.hurry(Tree::Bodies);
        assert!(proof.is_due(Tree::Bodies) && !proof.is_due(Tree::Corrections));
        let rest: Vec<Tree> = std::iter::from_fn(|| proof.next()).collect();
        assert_eq!(rest, [Tree::Notes, Tree::Seats, Tree::Sources]);
        assert!(!proof.is_over());
        for tree in [Tree::Bodies, Tree::Seats, Tree::Notes, Tree::Sources] {
            proof.done(tree);
        }
        assert!(proof.is_over() && !proof.is_due(Tree::Bodies));
    }

    #[test]
    fn what_somebody_else_compares_is_not_due_and_its_readers_need_not_let_go() {
        let mut proof = Proof::of(vec![Tree::Bodies, Tree::Notes]);
        assert_eq!(proof.next(), Some(Tree::Bodies));
        assert!(proof.take_over() && proof.is_over());
        assert_eq!(proof.next(), None);
        proof.done(Tree::Bodies);
        assert!(!proof.take_over() && !proof.given_up().load(Ordering::Relaxed));
    }

    #[test]
    fn of_a_sled_that_is_given_up_nothing_is_due_and_whoever_reads_it_knows() {
        let mut proof = Proof::of(vec![Tree::Bodies]);
        let given_up = proof.given_up();
        assert!(!given_up.load(Ordering::Relaxed));
        proof.give_up();
        assert!(given_up.load(Ordering::Relaxed) && proof.is_over());
        assert_eq!(proof.next(), None);
    }
}
