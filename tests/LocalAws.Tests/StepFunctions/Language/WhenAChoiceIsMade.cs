using System.Collections.Immutable;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Language;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.Tests.StepFunctions.Language;

public sealed class WhenAChoiceIsMade
{
    private const string Input = """
        {"s":"banana","t":"apple","n":5,"m":5.0,"big":12345678901234567890,"yes":true,"no":false,"null":null,
         "at":"2026-01-15T10:00:00Z","then":"2026-01-15T11:30:00+01:00","list":[1]}
        """;

    [Theory]
    [InlineData("$.s", "StringEquals", "\"banana\"", true)]
    [InlineData("$.s", "StringEquals", "\"Banana\"", false)]
    [InlineData("$.s", "StringLessThan", "\"c\"", true)]
    [InlineData("$.s", "StringLessThan", "\"banana\"", false)]
    [InlineData("$.s", "StringLessThanEquals", "\"banana\"", true)]
    [InlineData("$.s", "StringGreaterThan", "\"Z\"", true)]
    [InlineData("$.s", "StringGreaterThan", "\"banana\"", false)]
    [InlineData("$.s", "StringGreaterThanEquals", "\"banana\"", true)]
    [InlineData("$.n", "StringEquals", "\"5\"", false)]
    [InlineData("$.n", "NumericEquals", "5.00", true)]
    [InlineData("$.n", "NumericEquals", "6", false)]
    [InlineData("$.n", "NumericLessThan", "6", true)]
    [InlineData("$.n", "NumericLessThan", "5", false)]
    [InlineData("$.n", "NumericLessThanEquals", "5", true)]
    [InlineData("$.n", "NumericGreaterThan", "4.9", true)]
    [InlineData("$.n", "NumericGreaterThan", "5", false)]
    [InlineData("$.n", "NumericGreaterThanEquals", "5", true)]
    [InlineData("$.big", "NumericGreaterThan", "12345678901234567889", true)]
    [InlineData("$.s", "NumericEquals", "5", false)]
    [InlineData("$.yes", "BooleanEquals", "true", true)]
    [InlineData("$.yes", "BooleanEquals", "false", false)]
    [InlineData("$.no", "BooleanEquals", "false", true)]
    [InlineData("$.s", "BooleanEquals", "true", false)]
    [InlineData("$.at", "TimestampEquals", "\"2026-01-15T10:00:00.000Z\"", true)]
    [InlineData("$.at", "TimestampEquals", "\"2026-01-15T11:00:00+01:00\"", true)]
    [InlineData("$.at", "TimestampLessThan", "\"2026-01-15T10:00:01Z\"", true)]
    [InlineData("$.at", "TimestampLessThanEquals", "\"2026-01-15T10:00:00Z\"", true)]
    [InlineData("$.at", "TimestampGreaterThan", "\"2026-01-15T10:00:00Z\"", false)]
    [InlineData("$.at", "TimestampGreaterThanEquals", "\"2026-01-15T10:00:00Z\"", true)]
    [InlineData("$.s", "TimestampEquals", "\"2026-01-15T10:00:00Z\"", false)]
    [InlineData("$.s", "StringEqualsPath", "\"$.s\"", true)]
    [InlineData("$.s", "StringEqualsPath", "\"$.t\"", false)]
    [InlineData("$.s", "StringGreaterThanPath", "\"$.t\"", true)]
    [InlineData("$.s", "StringGreaterThanEqualsPath", "\"$.t\"", true)]
    [InlineData("$.s", "StringLessThanPath", "\"$.t\"", false)]
    [InlineData("$.s", "StringLessThanEqualsPath", "\"$.t\"", false)]
    [InlineData("$.n", "NumericEqualsPath", "\"$.m\"", true)]
    [InlineData("$.n", "NumericLessThanPath", "\"$.big\"", true)]
    [InlineData("$.n", "NumericLessThanEqualsPath", "\"$.m\"", true)]
    [InlineData("$.n", "NumericGreaterThanPath", "\"$.m\"", false)]
    [InlineData("$.n", "NumericGreaterThanEqualsPath", "\"$.m\"", true)]
    [InlineData("$.n", "NumericEqualsPath", "\"$.s\"", false)]
    [InlineData("$.yes", "BooleanEqualsPath", "\"$.no\"", false)]
    [InlineData("$.at", "TimestampEqualsPath", "\"$.then\"", false)]
    [InlineData("$.at", "TimestampLessThanPath", "\"$.then\"", true)]
    [InlineData("$.at", "TimestampLessThanEqualsPath", "\"$.then\"", true)]
    [InlineData("$.at", "TimestampGreaterThanPath", "\"$.then\"", false)]
    [InlineData("$.at", "TimestampGreaterThanEqualsPath", "\"$.then\"", false)]
    [InlineData("$$.Name", "StringEquals", "\"ctx\"", true)]
    [InlineData("$v", "NumericEquals", "9", true)]
    public void A_comparison_compares_values_of_its_kind(string variable, string comparison, string operand, bool expected) =>
        Assert.Equal(expected, Matches($$"""{"Variable":"{{variable}}","{{comparison}}":{{operand}} }"""));

    [Theory]
    [InlineData("banana", true)]
    [InlineData("b*", true)]
    [InlineData("*na", true)]
    [InlineData("*an*n*", true)]
    [InlineData("*", true)]
    [InlineData("a*", false)]
    [InlineData("banana?", false)]
    [InlineData(@"b\\*", false)]
    public void A_text_matches_a_pattern_with_stars(string pattern, bool expected) =>
        Assert.Equal(expected, Matches($$"""{"Variable":"$.s","StringMatches":"{{pattern}}"}"""));

    [Theory]
    [InlineData("a*b", @"a\*b", true)]
    [InlineData("axb", @"a\*b", false)]
    [InlineData(@"a\b", @"a\\b", true)]
    [InlineData("", "", true)]
    [InlineData("", "*", true)]
    [InlineData("aaab", "*ab", true)]
    [InlineData("log-20190628.txt", "log-*.txt", true)]
    public void A_backslash_takes_a_stars_meaning_away(string text, string pattern, bool expected) =>
        Assert.Equal(expected, Wildcards.Match(text, pattern));

    [Theory]
    [InlineData("$.null", "IsNull", true)]
    [InlineData("$.s", "IsNull", false)]
    [InlineData("$.s", "IsString", true)]
    [InlineData("$.n", "IsString", false)]
    [InlineData("$.n", "IsNumeric", true)]
    [InlineData("$.s", "IsNumeric", false)]
    [InlineData("$.no", "IsBoolean", true)]
    [InlineData("$.n", "IsBoolean", false)]
    [InlineData("$.at", "IsTimestamp", true)]
    [InlineData("$.s", "IsTimestamp", false)]
    [InlineData("$.null", "IsPresent", true)]
    [InlineData("$.none", "IsPresent", false)]
    [InlineData("$none", "IsPresent", false)]
    public void A_value_is_of_a_kind_or_is_not(string variable, string kind, bool expected)
    {
        Assert.Equal(expected, Matches($$"""{"Variable":"{{variable}}","{{kind}}":true}"""));
        Assert.Equal(!expected, Matches($$"""{"Variable":"{{variable}}","{{kind}}":false}"""));
    }

    [Theory]
    [InlineData("""{"And":[{"Variable":"$.n","NumericEquals":5},{"Variable":"$.s","IsString":true}]}""", true)]
    [InlineData("""{"And":[{"Variable":"$.n","NumericEquals":5},{"Variable":"$.s","IsNull":true}]}""", false)]
    [InlineData("""{"Or":[{"Variable":"$.n","NumericEquals":6},{"Variable":"$.s","IsString":true}]}""", true)]
    [InlineData("""{"Or":[{"Variable":"$.n","NumericEquals":6},{"Variable":"$.s","IsNull":true}]}""", false)]
    [InlineData("""{"Not":{"Variable":"$.n","NumericEquals":6}}""", true)]
    [InlineData("""{"Not":{"And":[{"Variable":"$.n","NumericEquals":5},{"Or":[{"Variable":"$.yes","BooleanEquals":true}]}]}}""", false)]
    [InlineData("""{"And":[{"Variable":"$.none","IsPresent":true},{"Variable":"$.none","NumericEquals":5}]}""", false)]
    public void Conditions_are_joined_and_the_rest_is_not_asked_once_it_is_clear(string rule, bool expected) =>
        Assert.Equal(expected, Matches(rule));

    [Fact]
    public void A_variable_that_is_not_there_is_an_error_unless_presence_is_asked()
    {
        var failure = Assert.Throws<EvaluationException>(() => Matches("""{"Variable":"$.none","NumericEquals":5}"""));

        Assert.Equal("States.Runtime", failure.Error);
        Assert.Equal("Invalid path '$.none': The choice state's condition path references an invalid value.", failure.Message);
    }

    private static bool Matches(string rule)
    {
        var fields = JsonText.Parse(rule)!.AsObject();
        fields["Next"] = "X";
        List<Diagnostic> diagnostics = [];
        var choice = new ChoiceReader(new Fields(fields, "/", diagnostics)).ReadChoice();
        Assert.Empty(diagnostics);
        var context = JsonText.Parse("""{"Name":"ctx"}""")!.AsObject();
        var scope = new Scope(JsonText.Parse(Input), () => context, new Dictionary<string, System.Text.Json.Nodes.JsonNode?>
        {
            ["v"] = JsonText.Parse("9"),
        }.ToImmutableDictionary(), new Random(1));
        return choice!.Rule.Matches(scope);
    }
}
