using System.Text;
using System.Text.Json;
using Workers.Contracts;
using Workers.Events.Reading.Json;

namespace Workers.Tests.Events.Reading.Json;

public sealed class WhenAnObjectIsOfAKnownForm
{
    private static readonly MemberNames Names = new(JsonEncodedText.Encode("source"), JsonEncodedText.Encode("id"), JsonEncodedText.Encode("detail"))
    {
        Same = [0],
        Outer = 2,
        Inner = JsonEncodedText.Encode("metadata"),
    };

    private static readonly string Body = Bodies.Envelope(EventNames.OrderPlaced, Bodies.OrderPlacedDetail);

    [Fact]
    public void All_that_is_wanted_is_found_by_comparing()
    {
        var other = Body.Replace(Bodies.EnvelopeId, "another", StringComparison.Ordinal).Replace("CUST-001", "CUST-0002", StringComparison.Ordinal);

        var found = FoundByForm(other);

        Assert.Equal(FoundIn(other), found);
        Assert.Equal("\"another\"", found!.Value.Id);
        Assert.StartsWith("{\n    \"eventId\"", found.Value.Inner, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_the_same_in_all_is_not_made_anew()
    {
        var form = Learnt(Body);

        Assert.Equal("ecommerce.orders", form!.Same(0));
        Assert.Null(form.Same(1));
    }

    [Theory]
    [InlineData("\"metadata\": {", "\"m\":{},\"metadata\": {\"n\":{},")]
    [InlineData("\"metadata\": {", "\"metadata\": {},\"metadata\": {")]
    [InlineData("\"orderId\"", "\"\\u006detadata\": {},\"orderId\"")]
    [InlineData("\"CUST-001\"", "\"\\\"metadata\\\":{}\"")]
    public void Metadata_that_may_not_be_what_it_seems_is_left_to_a_closer_look(string part, string other) =>
        Assert.Equal("", FoundByForm(Body.Replace(part, other, StringComparison.Ordinal))?.Inner);

    [Theory]
    [InlineData("\"version\": \"0\"", "\"version\": \"1\"")]
    [InlineData("\"region\"", "\"re\\u0067ion\"")]
    [InlineData("\"resources\": []", "\"resources\": [\"one\"]")]
    [InlineData("\"resources\": []", "\"source\": \"another\"")]
    [InlineData(Bodies.EnvelopeId, "es\\u0063aped")]
    [InlineData(Bodies.EnvelopeId, "con\ttrol")]
    [InlineData("\n}", ", \"more\": 1 }")]
    [InlineData("\n}", "")]
    public void What_is_written_otherwise_is_not_of_that_form(string part, string other) =>
        Assert.Null(FoundByForm(Body.Replace(part, other, StringComparison.Ordinal)));

    [Fact]
    public void A_text_that_does_not_end_is_not_of_that_form()
    {
        var names = new MemberNames(JsonEncodedText.Encode("id"));
        var form = Learnt("""{"id":"1"}""", names)!;

        Assert.True(form.TryMatch("""{"id":""}"""u8, out _));
        Assert.False(form.TryMatch("""{"id":"}"""u8, out _));
        Assert.False(form.TryMatch("""{"id":"""u8, out _));
        Assert.False(form.TryMatch("""{"id":"1"} """u8, out _));
    }

    [Theory]
    [InlineData("\"source\": \"ecommerce.orders\"", "\"source\": 1")]
    [InlineData("\"source\": \"ecommerce.orders\",", "")]
    [InlineData("ecommerce.orders", "ecommerce\\u002eorders")]
    [InlineData(Bodies.EnvelopeId, "es\\u0063aped")]
    [InlineData("\n}", ", \"more\": {} }")]
    [InlineData("\n}", ", \"more\": 1 }")]
    public void Nothing_is_learnt_from_what_is_unusual(string part, string other) =>
        Assert.Null(Learnt(Body.Replace(part, other, StringComparison.Ordinal)));

    [Fact]
    public void Nothing_is_learnt_from_what_is_long() =>
        Assert.Null(Learnt(Body.Replace("\"version\": \"0\"", $"\"version\": \"{new string('0', 4_096)}\"", StringComparison.Ordinal)));

    [Fact]
    public void There_may_be_any_number_of_forms()
    {
        var finder = new MemberFinder(Names, path: "");
        var bodies = Enumerable.Range(0, 100).Select(number => Body.Replace("\"0\"", $"\"{number}\"", StringComparison.Ordinal));

        Assert.All(bodies.Concat(bodies), body =>
        {
            var utf8 = Encoding.UTF8.GetBytes(body);
            Assert.Equal(FoundIn(body), Texts(utf8, finder.Find(utf8).Ranges));
        });
    }

    private static (string Id, string Detail, string Inner)? FoundByForm(string body)
    {
        var utf8 = Encoding.UTF8.GetBytes(body);
        return Learnt(Body)!.TryMatch(utf8, out var found) ? Texts(utf8, found) : null;
    }

    private static (string Id, string Detail, string Inner) FoundIn(string body)
    {
        var utf8 = Encoding.UTF8.GetBytes(body);
        return Texts(utf8, AnyObject.Find(utf8, "", Names));
    }

    private static JsonForm? Learnt(string body, MemberNames? names = null)
    {
        var utf8 = Encoding.UTF8.GetBytes(body);
        return JsonForm.TryLearn(utf8, names ?? Names, AnyObject.Find(utf8, "", names ?? Names));
    }

    private static (string Id, string Detail, string Inner) Texts(byte[] utf8, MemberRanges found)
    {
        return (Text(found[1]), Text(found[2]), Text(found.Inner));

        string Text(JsonRange range) => Encoding.UTF8.GetString(range.In(utf8));
    }
}
