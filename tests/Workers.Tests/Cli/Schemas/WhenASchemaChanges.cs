using Workers.Cli.Schemas;

namespace Workers.Tests.Cli.Schemas;

public sealed class WhenASchemaChanges
{
    [Theory]
    [InlineData("""{"type":"string"}""", """{"type":"integer"}""", nameof(ChangeKind.Replaced), "type")]
    [InlineData("""{"type":"number"}""", """{"type":"integer"}""", nameof(ChangeKind.Narrowed), "type")]
    [InlineData("""{"type":"integer"}""", """{"type":"number"}""", nameof(ChangeKind.Widened), "type")]
    [InlineData("""{"type":["string","null"]}""", """{"type":"string"}""", nameof(ChangeKind.Narrowed), "type")]
    [InlineData("""{"type":"string"}""", """{"type":["string","null"]}""", nameof(ChangeKind.Widened), "type")]
    [InlineData("{}", """{"type":"string"}""", nameof(ChangeKind.Narrowed), "type")]
    [InlineData("""{"minimum":0}""", """{"minimum":1}""", nameof(ChangeKind.Narrowed), "minimum")]
    [InlineData("""{"minimum":1}""", """{"minimum":0}""", nameof(ChangeKind.Widened), "minimum")]
    [InlineData("{}", """{"minimum":0}""", nameof(ChangeKind.Narrowed), "minimum")]
    [InlineData("""{"minimum":0}""", """{"exclusiveMinimum":0}""", nameof(ChangeKind.Narrowed), "exclusiveMinimum")]
    [InlineData("""{"exclusiveMinimum":0}""", """{"minimum":0}""", nameof(ChangeKind.Widened), "minimum")]
    [InlineData("""{"maximum":9}""", """{"maximum":8.5}""", nameof(ChangeKind.Narrowed), "maximum")]
    [InlineData("""{"maximum":9}""", "{}", nameof(ChangeKind.Widened), "maximum")]
    [InlineData("""{"maximum":9}""", """{"maximum":9,"exclusiveMaximum":9}""", nameof(ChangeKind.Narrowed), "exclusiveMaximum")]
    [InlineData("""{"multipleOf":0.01}""", """{"multipleOf":0.1}""", nameof(ChangeKind.Narrowed), "multipleOf")]
    [InlineData("""{"multipleOf":1}""", """{"multipleOf":0.5}""", nameof(ChangeKind.Widened), "multipleOf")]
    [InlineData("""{"multipleOf":2}""", """{"multipleOf":3}""", nameof(ChangeKind.Replaced), "multipleOf")]
    [InlineData("""{"maxLength":128}""", """{"maxLength":64}""", nameof(ChangeKind.Narrowed), "maxLength")]
    [InlineData("""{"maxLength":64}""", """{"maxLength":128}""", nameof(ChangeKind.Widened), "maxLength")]
    [InlineData("{}", """{"minLength":1}""", nameof(ChangeKind.Narrowed), "minLength")]
    [InlineData("{}", """{"pattern":"^a"}""", nameof(ChangeKind.Narrowed), "pattern")]
    [InlineData("""{"pattern":"^a"}""", "{}", nameof(ChangeKind.Widened), "pattern")]
    [InlineData("""{"pattern":"^a"}""", """{"pattern":"^b"}""", nameof(ChangeKind.Replaced), "pattern")]
    [InlineData("""{"format":"date"}""", """{"format":"date-time"}""", nameof(ChangeKind.Replaced), "format")]
    [InlineData("""{"minItems":1}""", """{"minItems":2}""", nameof(ChangeKind.Narrowed), "minItems")]
    [InlineData("""{"maxItems":9}""", """{"maxItems":8}""", nameof(ChangeKind.Narrowed), "maxItems")]
    [InlineData("{}", """{"uniqueItems":true}""", nameof(ChangeKind.Narrowed), "uniqueItems")]
    [InlineData("""{"enum":["x","y"]}""", """{"enum":["x"]}""", nameof(ChangeKind.Narrowed), "enum")]
    [InlineData("""{"enum":["x"]}""", """{"enum":["x","y"]}""", nameof(ChangeKind.Widened), "enum")]
    [InlineData("""{"enum":["x"]}""", """{"type":"string"}""", nameof(ChangeKind.Widened), "enum")]
    [InlineData("""{"type":"string"}""", """{"const":"x"}""", nameof(ChangeKind.Narrowed), "const")]
    [InlineData("""{"type":"object"}""", """{"type":"object","additionalProperties":false}""", nameof(ChangeKind.Narrowed), "additionalProperties")]
    [InlineData("""{"additionalProperties":false}""", "{}", nameof(ChangeKind.Widened), "additionalProperties")]
    [InlineData("""{"additionalProperties":{"type":"number"}}""", """{"additionalProperties":{"type":"integer"}}""", nameof(ChangeKind.Narrowed), "additionalProperties/type")]
    [InlineData("""{"items":{"type":"number"}}""", """{"items":{"type":"integer"}}""", nameof(ChangeKind.Narrowed), "items/type")]
    [InlineData("""{"type":"array"}""", """{"type":"array","items":{"maximum":5}}""", nameof(ChangeKind.Narrowed), "items/maximum")]
    [InlineData("""{"items":{"maximum":5}}""", """{"items":false}""", nameof(ChangeKind.Narrowed), "items")]
    [InlineData("""{"items":false}""", """{"items":{"maximum":5}}""", nameof(ChangeKind.Widened), "items")]
    [InlineData("""{"properties":{"b":{"maximum":5}}}""", """{"properties":{"b":{"maximum":4}}}""", nameof(ChangeKind.Narrowed), "properties/b/maximum")]
    [InlineData("""{"anyOf":[{"const":1},{"const":2}]}""", """{"anyOf":[{"const":1}]}""", nameof(ChangeKind.Narrowed), "anyOf")]
    [InlineData("""{"anyOf":[{"const":1}]}""", """{"anyOf":[{"const":1},{"const":2}]}""", nameof(ChangeKind.Widened), "anyOf")]
    [InlineData("""{"oneOf":[{"required":["b"]}]}""", """{"oneOf":[{"required":["c"]}]}""", nameof(ChangeKind.Replaced), "oneOf")]
    [InlineData("{}", """{"propertyNames":{"maxLength":5}}""", nameof(ChangeKind.Replaced), "propertyNames")]
    [InlineData("""{"$ref":"shop.other.1.0.schema.json"}""", """{"$ref":"shop.other.2.0.schema.json"}""", nameof(ChangeKind.Replaced), "$ref")]
    public void A_rule_that_is_another_is_named_with_its_place_whom_it_breaks_and_the_rule_of_evolution(
        string was, string becomes, string word, string place)
    {
        var kind = Enum.Parse<ChangeKind>(word);

        var found = Assert.Single(Evolving.Check(Evolving.Of(was), Evolving.Of(becomes)).Findings);

        Assert.Equal((kind, $"/properties/a/{place}"), (found.Kind, found.Pointer));
        Assert.Equal(
            kind switch { ChangeKind.Narrowed => Harmed.Writers, ChangeKind.Widened => Harmed.Readers, _ => Harmed.Both },
            found.Breaks);
        Assert.Equal((Evolving.Name, "1.0", "1.1"), (found.Event, found.Version, found.Becomes));
        Assert.Equal(EvolutionRules.RuleOf(kind), found.Rule);
        Assert.StartsWith("a", found.Member, StringComparison.Ordinal);
        Assert.NotEqual(found.Was, found.Is);
    }

    [Fact]
    public void Both_are_named_where_listed_values_go_and_others_come()
    {
        var found = Evolving.Check(Evolving.Of("""{"enum":["x","y"]}"""), Evolving.Of("""{"enum":["y","z"]}""")).Findings;

        Assert.Equal([ChangeKind.Narrowed, ChangeKind.Widened], found.Select(finding => finding.Kind));
        Assert.All(found, finding => Assert.Equal(("""["x","y"]""", """["y","z"]"""), (finding.Was, finding.Is)));
    }

    [Fact]
    public void A_member_that_goes_breaks_readers()
    {
        var found = Assert.Single(Evolving.Check(Evolving.Of("{}", "\"a\""), """{"type":"object","properties":{}}""").Findings);

        Assert.Equal((ChangeKind.MemberGone, "a", "/properties/a", Harmed.Readers), (found.Kind, found.Member, found.Pointer, found.Breaks));
    }

    [Fact]
    public void A_member_that_goes_from_a_closed_object_breaks_writers_too()
    {
        const string Closed = "\"additionalProperties\":false";

        var answer = Evolving.Check($$$"""{"properties":{"a":{}},{{{Closed}}}}""", $$$"""{"properties":{},{{{Closed}}}}""");

        var found = Assert.Single(answer.Findings);
        Assert.Equal((ChangeKind.MemberGone, Harmed.Both), (found.Kind, found.Breaks));
    }

    [Fact]
    public void A_member_that_comes_into_a_closed_object_breaks_readers()
    {
        const string Closed = "\"additionalProperties\":false";

        var answer = Evolving.Check($$$"""{"properties":{},{{{Closed}}}}""", $$$"""{"properties":{"a":{}},{{{Closed}}}}""");

        var found = Assert.Single(answer.Findings);
        Assert.Equal((ChangeKind.Widened, Harmed.Readers), (found.Kind, found.Breaks));
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{}}}""", "optional")]
    [InlineData("""{"type":"object"}""", SchemaChange.Nothing)]
    public void A_member_that_is_required_from_now_on_breaks_writers(string was, string before)
    {
        var found = Assert.Single(Evolving.Check(was, Evolving.Of("{}", "\"a\"")).Findings);

        Assert.Equal((ChangeKind.MemberRequired, "a", Harmed.Writers), (found.Kind, found.Member, found.Breaks));
        Assert.Equal((before, "required"), (found.Was, found.Is));
    }

    [Fact]
    public void A_member_that_may_be_missing_from_now_on_breaks_readers()
    {
        var found = Assert.Single(Evolving.Check(Evolving.Of("{}", "\"a\""), Evolving.Of("{}")).Findings);

        Assert.Equal((ChangeKind.MemberOptional, "a", Harmed.Readers), (found.Kind, found.Member, found.Breaks));
    }

    [Fact]
    public void Members_deep_inside_are_found_and_named_by_pointer_and_path()
    {
        const string Schema = """{"properties":{"lines":{"items":{"properties":{"a/b":{"maximum":9}}}}}}""";

        var found = Assert.Single(Evolving.Check(Schema, Schema.Replace("9", "8", StringComparison.Ordinal)).Findings);

        Assert.Equal(("/properties/lines/items/properties/a~1b/maximum", "lines[].a/b"), (found.Pointer, found.Member));
        Assert.Equal(("9", "8"), (found.Was, found.Is));
    }

    [Fact]
    public void What_a_reference_leads_to_is_compared_also_where_it_leads_to_itself()
    {
        const string Schema =
            """{"$defs":{"node":{"properties":{"next":{"$ref":"#/$defs/node"},"size":{"maximum":9}}}},"properties":{"a":{"$ref":"#/$defs/node"}}}""";

        var found = Assert.Single(Evolving.Check(Schema, Schema.Replace("9", "8", StringComparison.Ordinal)).Findings);

        Assert.Equal((ChangeKind.Narrowed, "a.size"), (found.Kind, found.Member));
    }

    [Fact]
    public void A_member_that_is_called_like_a_word_for_people_is_a_member()
    {
        const string Schema = """{"anyOf":[{"properties":{"title":{"maxLength":9}}}]}""";

        var found = Assert.Single(Evolving.Check(Schema, Schema.Replace("9", "8", StringComparison.Ordinal)).Findings);

        Assert.Equal(ChangeKind.Narrowed, found.Kind);
    }

    [Fact]
    public void The_event_is_named_as_its_title_has_it()
    {
        var was = """{"title":"shop/Thing Moved 1.0","type":"object"}""";

        var found = Assert.Single(Evolving.Check(was, """{"type":"string"}""").Findings);

        Assert.Equal("shop/Thing Moved", found.Event);
    }
}
