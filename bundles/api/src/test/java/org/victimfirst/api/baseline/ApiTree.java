package org.victimfirst.api.baseline;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.header.Attrs;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Jar;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An api as bnd compares it: packages, types and members, each with what it would mean to add or to
 * remove it. As text it is one line each, indented, so that a change of the api can be read in a
 * review.
 *
 * @param tree a bundle with nothing but the api in it
 * @param exports the packages with their versions
 */
record ApiTree(Tree tree, Parameters exports) {
  private static final String INDENT = "  ";

  /** What every class has, whatever the api says; not to depend on the JDK that builds. */
  private static final Pattern OF_THE_JDK =
      Pattern.compile(
          "METHOD (clone|finalize|hashCode|toString|equals|describeConstable)[(].*"
              + "|ANNOTATED jdk[.].*");

  /** The api in a jar, or in the folder of one. */
  static ApiTree of(File bundle) throws Exception {
    try (Jar jar = new Jar(bundle)) {
      Tree api = new DiffPluginImpl().tree(jar).get("<api>");
      String exports = jar.getManifest().getMainAttributes().getValue("Export-Package");
      return new ApiTree(bundle(api.serialize()), new Parameters(exports))
          .without(node -> OF_THE_JDK.matcher(node).matches());
    }
  }

  /** The api that was written as {@link #lines}. */
  static ApiTree of(List<String> lines) throws Exception {
    Parameters exports = new Parameters(lines.get(0));
    return new ApiTree(bundle(read(lines.listIterator(1), lines, 0).get(0)), exports);
  }

  /** The api as text. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    Parameters versions = new Parameters();
    exports.forEach(
        (name, attributes) -> versions.put(name, Attrs.create("version", attributes.getVersion())));
    lines.add(versions.toString());
    write(tree.get("<api>").serialize(), "", lines);
    return lines;
  }

  /** The same api without some of its parts, given as kind and name. */
  ApiTree without(Predicate<String> part) throws Exception {
    return new ApiTree(bundle(prune(tree.get("<api>").serialize(), part)), exports);
  }

  private static Tree.Data prune(Tree.Data node, Predicate<String> part) {
    node.children =
        Stream.of(node.children)
            .filter(child -> !part.test(child.type + " " + child.name))
            .map(child -> prune(child, part))
            .toArray(Tree.Data[]::new);
    return node;
  }

  private static void write(Tree.Data node, String indent, List<String> lines) {
    lines.add(
        indent + String.join(" ", node.type.name(), node.add.name(), node.rem.name(), node.name));
    Stream.of(node.children).forEach(child -> write(child, indent + INDENT, lines));
  }

  private static List<Tree.Data> read(ListIterator<String> lines, List<String> all, int depth) {
    List<Tree.Data> siblings = new ArrayList<>();
    while (lines.hasNext() && all.get(lines.nextIndex()).startsWith(INDENT.repeat(depth))) {
      String[] words = lines.next().strip().split(" ", 4);
      Tree.Data node = new Tree.Data();
      node.type = Type.valueOf(words[0]);
      node.add = Delta.valueOf(words[1]);
      node.rem = Delta.valueOf(words[2]);
      node.name = words[3];
      node.children = read(lines, all, depth + 1).toArray(Tree.Data[]::new);
      siblings.add(node);
    }
    return siblings;
  }

  private static Tree bundle(Tree.Data api) throws Exception {
    Tree.Data bundle = new Tree.Data();
    bundle.name = "victimfirst-api";
    bundle.type = Type.BUNDLE;
    bundle.add = Delta.CHANGED;
    bundle.rem = Delta.CHANGED;
    bundle.children = new Tree.Data[] {api};
    return new DiffPluginImpl().deserialize(bundle);
  }
}
