using System.Collections.Immutable;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.Tests.StepFunctions.Intrinsics;

public sealed class WhenAFunctionIsCalled
{
    private const string Input = """
        {"name":"Ann","list":[1,2,2,3,"a",{"b":1},{"b":1.0}],"n":7,"half":1.5,"o":{"a":1,"b":[2]},"p":{"b":3,"c":4},"json":"{\"x\":[1]}","t":true}
        """;

    private readonly Random _random = new(1);

    [Theory]
    [InlineData("States.Format('Hello {}', $.name)", "Hello Ann")]
    [InlineData("States.Format('{} is {} and {}', $.name, $.n, $.t)", "Ann is 7 and true")]
    [InlineData("States.Format('{}', $.half)", "1.5")]
    [InlineData("States.Format('{}', null)", "null")]
    [InlineData("States.Format('{}', $.o)", "{a=1, b=[2]}")]
    [InlineData(@"States.Format('it\'s \{{}\} \\', $.n)", @"it's {7} \")]
    [InlineData("States.Format('plain')", "plain")]
    [InlineData("States.Format($.name)", "Ann")]
    public void Format_fills_its_template(string call, string expected) => Assert.Equal($"\"{expected.Replace(@"\", @"\\")}\"", Evaluate(call));

    [Theory]
    [InlineData("States.Array()", "[]")]
    [InlineData("States.Array($.n, 'x', null, true, 1.5, States.Array(1))", "[7,\"x\",null,true,1.5,[1]]")]
    [InlineData("States.ArrayPartition($.list, 3)", "[[1,2,2],[3,\"a\",{\"b\":1}],[{\"b\":1.0}]]")]
    [InlineData("States.ArrayPartition(States.Array(), 2)", "[]")]
    [InlineData("States.ArrayContains($.list, 3)", "true")]
    [InlineData("States.ArrayContains($.list, 'b')", "false")]
    [InlineData("States.ArrayContains($.list, States.StringToJson('{\"b\":1}'))", "true")]
    [InlineData("States.ArrayRange(1, 9, 2)", "[1,3,5,7,9]")]
    [InlineData("States.ArrayRange(0, 10, 3)", "[0,3,6,9]")]
    [InlineData("States.ArrayRange(5, 1, -2)", "[5,3,1]")]
    [InlineData("States.ArrayRange(5, 1, 1)", "[]")]
    [InlineData("States.ArrayGetItem($.list, 4)", "\"a\"")]
    [InlineData("States.ArrayLength($.list)", "7")]
    [InlineData("States.ArrayUnique($.list)", "[1,2,3,\"a\",{\"b\":1}]")]
    public void Functions_of_arrays(string call, string expected) => Assert.Equal(expected, Evaluate(call));

    [Theory]
    [InlineData("States.StringToJson($.json)", "{\"x\":[1]}")]
    [InlineData("States.StringToJson('')", "null")]
    [InlineData("States.StringToJson('-0')", "-0")]
    [InlineData("States.JsonToString($.o)", "\"{\\\"a\\\":1,\\\"b\\\":[2]}\"")]
    [InlineData("States.JsonToString($.name)", "\"\\\"Ann\\\"\"")]
    [InlineData("States.JsonMerge($.o, $.p, false)", "{\"a\":1,\"b\":3,\"c\":4}")]
    [InlineData("States.Base64Encode('Data to encode')", "\"RGF0YSB0byBlbmNvZGU=\"")]
    [InlineData("States.Base64Decode('RGF0YSB0byBlbmNvZGU=')", "\"Data to encode\"")]
    [InlineData("States.Hash('input data', 'SHA-1')", "\"aaff4a450a104cd177d28d18d74485e8cae074b7\"")]
    [InlineData("States.Hash('', 'MD5')", "\"d41d8cd98f00b204e9800998ecf8427e\"")]
    [InlineData("States.StringSplit('1,2,3', ',')", "[\"1\",\"2\",\"3\"]")]
    [InlineData("States.StringSplit('This.is+a,test=string', '.+,=')", "[\"This\",\"is\",\"a\",\"test\",\"string\"]")]
    [InlineData("States.StringSplit(',,,,', ',')", "[]")]
    public void Functions_of_text(string call, string expected) => Assert.Equal(expected, Evaluate(call));

    [Theory]
    [InlineData("SHA-256", 64)]
    [InlineData("SHA-384", 96)]
    [InlineData("SHA-512", 128)]
    public void Hashes_are_written_in_hexadecimal(string algorithm, int digits) =>
        Assert.Equal(digits + 2, Evaluate($"States.Hash($.o, '{algorithm}')").Length);

    [Theory]
    [InlineData(-9, 3, -6)]
    [InlineData(1.49, 1.5, 3)]
    [InlineData(1.5, 1.51, 4)]
    [InlineData(-1.49, -1.5, -2)]
    [InlineData(-1.5, -1.51, -3)]
    [InlineData(-1.51, 0, -2)]
    public void Sums_are_of_rounded_numbers_as_AWS_was_seen_to_round(double one, double other, int expected) =>
        Assert.Equal(FormattableString.Invariant($"{expected}"), Evaluate(FormattableString.Invariant($"States.MathAdd({one}, {other})")));

    [Fact]
    public void A_random_number_is_in_its_range_and_the_same_for_the_same_seed()
    {
        var drawn = Enumerable.Range(0, 200).Select(_ => Evaluate("States.MathRandom(5, 8)")).ToHashSet();

        Assert.Equal(["5", "6", "7"], drawn.Order());
        Assert.Equal(Evaluate("States.MathRandom(0, 1000000, 42)"), Evaluate("States.MathRandom(0, 1000000, 42)"));
        Assert.NotEqual(Evaluate("States.MathRandom(0, 1000000, 42)"), Evaluate("States.MathRandom(0, 1000000, 43)"));
    }

    [Fact]
    public void Each_UUID_is_another()
    {
        Assert.True(Guid.TryParse(Evaluate("States.UUID()").Trim('"'), out _));
        Assert.NotEqual(Evaluate("States.UUID()"), Evaluate("States.UUID()"));
    }

    [Fact]
    public void Arguments_are_functions_paths_of_all_kinds_and_constants() =>
        Assert.Equal(
            "\"[1,2]-ctx-9\"",
            Evaluate("States.Format('{}-{}-{}', States.JsonToString($.list[0,1]), $$.Id, $v.w)"));

    [Theory]
    [InlineData("States.Format('{} {}', $.name)", "there are not as many arguments")]
    [InlineData("States.Format('x', $.name)", "there are not as many arguments")]
    [InlineData("States.Format('{x}', $.name)", "a brace that is no {}")]
    [InlineData("States.Format($.n)", "argument 1 is not a string")]
    [InlineData("States.ArrayPartition($.list, 0)", "must be positive")]
    [InlineData("States.ArrayPartition($.n, 1)", "argument 1 is not an array")]
    [InlineData("States.ArrayRange(1, 2000, 1)", "at most 1000")]
    [InlineData("States.ArrayRange(1, 2, 0)", "must not be 0")]
    [InlineData("States.ArrayGetItem($.list, 7)", "there is no element 7")]
    [InlineData("States.ArrayGetItem($.list, 'x')", "argument 2 is not a number")]
    [InlineData("States.StringToJson('{')", "no JSON")]
    [InlineData("States.JsonMerge($.o, $.p, true)", "must be false")]
    [InlineData("States.JsonMerge($.o, $.n, false)", "argument 2 is not an object")]
    [InlineData("States.Base64Decode('!')", "no base64")]
    [InlineData("States.Hash('a', 'SHA-3')", "is none of")]
    [InlineData("States.MathRandom(2, 2)", "smaller than the end")]
    [InlineData("States.MathAdd(9000000000000000000, 9000000000000000000)", "out of the range")]
    public void What_cannot_be_computed_is_an_intrinsic_failure_that_says_why(string call, string why)
    {
        var failure = Assert.Throws<EvaluationException>(() => Evaluate(call));

        Assert.Equal(ErrorNames.IntrinsicFailure, failure.Error);
        Assert.Contains(why, failure.Message);
    }

    [Fact]
    public void Text_to_encode_has_ten_thousand_characters_at_most()
    {
        var failure = Assert.Throws<EvaluationException>(() => Evaluate($"States.Base64Encode('{new string('x', 10_001)}')"));

        Assert.Contains("more than 10000 characters", failure.Message);
    }

    [Theory]
    [InlineData("States.Nonsense()")]
    [InlineData("States.Format")]
    [InlineData("States.Format(")]
    [InlineData("States.Format('a'")]
    [InlineData("States.Format('a)")]
    [InlineData("States.Format('a') x")]
    [InlineData("States.Format('a' 'b')")]
    [InlineData(@"States.Format('\n')")]
    [InlineData("States.Format(nonsense)")]
    [InlineData("States.ArrayLength()")]
    [InlineData("States.ArrayLength($.a, $.b)")]
    [InlineData("States.UUID(1)")]
    [InlineData("States.Array($.[)")]
    public void What_is_no_call_is_refused_when_it_is_read(string call) => Assert.Throws<FormatException>(() => Expressions.Parse(call));

    [Fact]
    public void Ten_functions_may_be_nested_and_eleven_not()
    {
        static string Nested(int depth) => string.Concat(Enumerable.Repeat("States.Array(", depth)) + new string(')', depth);

        Expressions.Parse(Nested(10));
        Assert.Throws<FormatException>(() => Expressions.Parse(Nested(11)));
    }

    private string Evaluate(string call)
    {
        var context = JsonText.Parse("""{"Id":"ctx"}""")!.AsObject();
        var scope = new Scope(JsonText.Parse(Input), () => context, new Dictionary<string, System.Text.Json.Nodes.JsonNode?>
        {
            ["v"] = JsonText.Parse("""{"w":9}"""),
        }.ToImmutableDictionary(), _random);
        return JsonText.Write(Expressions.Parse(call).Evaluate(scope, "x.$"));
    }
}
