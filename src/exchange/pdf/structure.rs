//! The structure of a document as a screen reader hears it: headings, paragraphs, lists, tables, in reading order.
//! Does not know where on a page something stands; the pages hand in their pieces as they are painted.

use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

/// A place in the structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place(usize);

/// The tree, made from its root down.
#[derive(Debug, Default)]
pub(super) struct Structure {
    nodes: Vec<StructureNode>,
    roots: Vec<Place>,
}

#[derive(Debug)]
struct StructureNode {
    tag: TagKind,
    children: Vec<StructureChild>,
}

#[derive(Debug)]
enum StructureChild {
    Node(Place),
    Painted(Identifier),
}

impl Structure {
    /// A new last child of a place, or of the document.
    pub(super) fn add(&mut self, parent: Option<Place>, tag: impl Into<TagKind>) -> Place {
        let place = Place(self.nodes.len());
        let children = Vec::new();
        self.nodes.push(StructureNode {
            tag: tag.into(),
            children,
        });
        match parent.and_then(|parent| self.nodes.get_mut(parent.0)) {
            Some(parent) => parent.children.push(StructureChild::Node(place)),
            None => self.roots.push(place),
        }
        place
    }

    /// Something of this place was painted.
    pub(super) fn painted(&mut self, place: Place, piece: Identifier) {
        if let Some(node) = self.nodes.get_mut(place.0) {
            node.children.push(StructureChild::Painted(piece));
        }
    }

    /// The tree as the writer of the file takes it.
    pub(super) fn finish(self, lang: &str) -> TagTree {
        let mut nodes: Vec<Option<StructureNode>> = self.nodes.into_iter().map(Some).collect();
        let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
        for root in self.roots {
            tree.children.extend(group(&mut nodes, root));
        }
        tree
    }
}

fn group(nodes: &mut [Option<StructureNode>], place: Place) -> Option<Node> {
    // A place has one parent, so it is asked for once.
    let StructureNode { tag, children } = nodes.get_mut(place.0)?.take()?;
    let mut made = TagGroup::new(tag);
    for child in children {
        match child {
            StructureChild::Node(child) => made.children.extend(group(nodes, child)),
            StructureChild::Painted(piece) => made.push(piece),
        }
    }
    Some(Node::Group(made))
}
