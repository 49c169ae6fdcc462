import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF's verdict: a line for every profile and file, and below a refused one each rule that failed and how often. */
public class Check {
  public static void main(String[] arguments) {
    VeraGreenfieldFoundryProvider.initialise();
    for (String profile : arguments[0].split(","))
      for (String file : Arrays.asList(arguments).subList(1, arguments.length)) System.out.println(verdict(profile, file));
  }

  static String verdict(String profile, String file) {
    PDFAFlavour flavour = PDFAFlavour.fromString(profile);
    try (InputStream data = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(data, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      Map<String, Long> failed = result.getTestAssertions().stream()
          .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
          .collect(Collectors.groupingBy(Check::rule, TreeMap::new, Collectors.counting()));
      String rules = failed.entrySet().stream().map(each -> "; " + each.getValue() + " x " + each.getKey()).collect(Collectors.joining());
      return (result.isCompliant() ? "PASS " : "FAIL ") + profile + " " + file + rules;
    } catch (Exception | LinkageError error) {
      return "FAIL " + profile + " " + file + "; " + error;
    }
  }

  static String rule(TestAssertion assertion) {
    return assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage();
  }
}
