import java.io.File;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorConfig;
import org.verapdf.pdfa.validation.validators.ValidatorConfigBuilder;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Asks veraPDF whether files are what they claim to be. Arguments: for each file its flavours (`ua1,2a`) and its path.
 * One line of JSON for each file and flavour: file, flavour, passed, assertions (how many were made), and failed: the
 * rules that do not hold, each with its clause, how often, what it asks for and where it failed first.
 */
public final class Check {
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    Map<PDFAFlavour, ValidationProfile> profiles = new EnumMap<>(PDFAFlavour.class);
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      for (String id : arguments[i].split(",")) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
        if (!profiles.containsKey(flavour)) profiles.put(flavour, readProfile(flavour));
        System.out.println(check(arguments[i + 1], flavour, profiles.get(flavour)));
      }
    }
  }

  private static String check(String path, PDFAFlavour flavour, ValidationProfile profile) {
    ValidatorConfig config = ValidatorConfigBuilder.defaultBuilder()
        .flavour(flavour)
        .maxNumberOfDisplayedFailedChecks(-1)
        .showErrorMessages(true)
        .build();
    String about = "{\"file\":" + quoted(path) + ",\"flavour\":" + quoted(flavour.getId());
    try (var parser = Foundries.defaultInstance().createParser(new File(path), flavour);
        var validator = Foundries.defaultInstance().createValidator(config, profile)) {
      ValidationResult result = validator.validate(parser);
      return about + ",\"passed\":" + result.isCompliant()
          + ",\"assertions\":" + result.getTotalAssertions()
          + ",\"failed\":[" + failures(result) + "]}";
    } catch (Exception fault) {
      // What cannot be read at all fails as one rule.
      return about + ",\"passed\":false,\"assertions\":0,\"failed\":[" + failure("", 1, fault.toString(), "") + "]}";
    }
  }

  private static String failures(ValidationResult result) {
    Map<String, List<TestAssertion>> byRule = result.getTestAssertions().stream()
        .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
        .collect(Collectors.groupingBy(
            assertion -> assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber(),
            LinkedHashMap::new,
            Collectors.toList()));
    return byRule.entrySet().stream()
        .map(rule -> {
          TestAssertion first = rule.getValue().get(0);
          String said = first.getErrorMessage() == null ? first.getMessage() : first.getErrorMessage();
          return failure(rule.getKey(), rule.getValue().size(), said, first.getLocation().getContext());
        })
        .collect(Collectors.joining(","));
  }

  private static String failure(String clause, int count, String message, String context) {
    return "{\"clause\":" + quoted(clause) + ",\"count\":" + count + ",\"message\":" + quoted(message)
        + ",\"context\":" + quoted(context) + "}";
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : (text == null ? "" : text).toCharArray()) {
      if (c == '"' || c == '\\') json.append('\\').append(c);
      else if (c < ' ' || c > '~') json.append(String.format("\\u%04x", (int) c));
      else json.append(c);
    }
    return json.append('"').toString();
  }

  /** The library reads its profiles with JAXB, which no JDK has had since Java 11: here they are read without. */
  private static ValidationProfile readProfile(PDFAFlavour flavour) throws Exception {
    String resource = "/org/verapdf/pdfa/validation/" + fileOf(flavour) + ".xml";
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root;
    try (InputStream stream = Profiles.class.getResourceAsStream(resource)) {
      if (stream == null) throw new FileNotFoundException("no profile " + resource);
      root = factory.newDocumentBuilder().parse(stream).getDocumentElement();
    }
    Set<Rule> rules = new LinkedHashSet<>();
    for (Element rule : children(child(root, "rules"), "rule")) rules.add(readRule(rule));
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element variable : children(child(root, "variables"), "variable")) {
      variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
          textOf(variable, "defaultValue"), textOf(variable, "value")));
    }
    Element details = child(root, "details");
    return Profiles.profileFromValues(flavour,
        Profiles.profileDetailsFromValues(textOf(details, "name"), textOf(details, "description"), "", new Date(0)),
        "", rules, variables);
  }

  private static String fileOf(PDFAFlavour flavour) {
    return flavour == PDFAFlavour.PDFUA_1 ? "PDFUA-1" : "PDFA-" + flavour.getId().toUpperCase();
  }

  private static Rule readRule(Element rule) {
    Element id = child(rule, "id");
    Element error = child(rule, "error");
    List<ErrorArgument> values = new ArrayList<>();
    for (Element value : children(child(error, "arguments"), "argument")) {
      String name = value.hasAttribute("name") ? value.getAttribute("name") : null;
      values.add(ErrorArgumentImpl.fromValues(value.getTextContent().trim(), name, null));
    }
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"),
        rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
        rule.getAttribute("tags"),
        textOf(rule, "description"),
        textOf(rule, "test"),
        Profiles.errorFromValues(textOf(error, "message"), values),
        new ArrayList<>());
  }

  private static String textOf(Element parent, String name) {
    Element found = child(parent, name);
    return found == null ? "" : found.getTextContent().trim();
  }

  private static Element child(Element parent, String name) {
    return children(parent, name).stream().findFirst().orElse(null);
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    if (parent == null) return found;
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element && name.equals(node.getLocalName())) found.add((Element) node);
    }
    return found;
  }
}
