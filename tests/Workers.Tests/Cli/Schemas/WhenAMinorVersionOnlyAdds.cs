using Workers.Cli.Schemas;

namespace Workers.Tests.Cli.Schemas;

public sealed class WhenAMinorVersionOnlyAdds
{
    public static TheoryData<string, string> Additions => new()
    {
        { """{"type":"object"}""", Evolving.Of("{}") },
        { """{"properties":{"b":{"properties":{}}}}""", """{"properties":{"b":{"properties":{"a":{"type":"string"}}}}}""" },
        { """{"properties":{"b":{"items":{}}}}""", """{"properties":{"b":{"items":{"properties":{"a":{}}}}}}""" },

        // Readers took any words here before.
        {
            Evolving.Of("""{"anyOf":[{"enum":["x"]},{"type":"string","maxLength":5}]}"""),
            Evolving.Of("""{"anyOf":[{"enum":["x","y"]},{"type":"string","maxLength":5}]}""")
        },
    };

    public static TheoryData<string, string> Wordings => new()
    {
        { Evolving.Of("""{"description":"One."}"""), Evolving.Of("""{"description":"Another.","title":"A","examples":[1],"deprecated":true}""") },
        { Evolving.Of("""{"minimum":1}"""), Evolving.Of("""{"minimum":1.0}""") },
        { Evolving.Of("""{"enum":["x"]}"""), Evolving.Of("""{"const":"x"}""") },
        { Evolving.Of("{}"), Evolving.Of("""{"minLength":0,"uniqueItems":false,"additionalProperties":true}""") },
        { Evolving.Of("""{"$ref":"#/$defs/x"}"""), Evolving.Of("""{"$ref":"#/$defs/x","description":"The same."}""") },
        { Evolving.Of("""{"$ref":"shop.other.1.0.schema.json"}"""), Evolving.Of("""{"$ref":"shop.other.1.4.schema.json"}""") },
        { Evolving.Of("{}", "\"a\",\"b\""), Evolving.Of("{}", "\"b\",\"a\"") },
    };

    [Theory]
    [MemberData(nameof(Additions))]
    public void Nothing_is_found(string was, string becomes)
    {
        var answer = Evolving.Check(was, becomes);

        Assert.Empty(answer.Findings);
        Assert.Equal(1, answer.Additions);
    }

    [Theory]
    [MemberData(nameof(Additions))]
    public void The_same_addition_under_the_version_of_the_release_is_found(string was, string becomes)
    {
        var found = Assert.Single(Evolving.Check(was, becomes, "1.1", "1.1").Findings);

        Assert.Equal((ChangeKind.NotRaised, Harmed.Readers), (found.Kind, found.Breaks));
        Assert.NotEqual(found.Was, found.Is);
    }

    [Theory]
    [MemberData(nameof(Wordings))]
    public void Words_and_other_spellings_of_the_same_rule_need_no_version(string was, string becomes)
    {
        var answer = Evolving.Check(was, becomes, "1.1", "1.1");

        Assert.Empty(answer.Findings);
        Assert.Equal(0, answer.Additions);
    }

    [Fact]
    public void What_breaks_is_found_under_a_new_minor_too() =>
        Assert.Single(Evolving.Check(Evolving.Of("""{"maximum":9}"""), Evolving.Of("""{"maximum":8}"""), "1.0", "1.7").Findings);
}
