using System.Text;
using System.Text.Json;
using Workers.Contracts;
using Workers.Events.Reading.Json;

namespace Workers.Tests.Events.Reading.Json;

public sealed class WhenAnEnvelopeIsPlain
{
    private static readonly JsonEncodedText Source = JsonEncodedText.Encode("source");
    private static readonly JsonEncodedText Detail = JsonEncodedText.Encode("detail");
    private static readonly MemberNames Names = new(Source, Detail) { Outer = Detail, Inner = JsonEncodedText.Encode("metadata") };
    private static readonly string Body = Bodies.Envelope(EventNames.OrderPlaced, Bodies.OrderPlacedDetail);

    [Fact]
    public void All_that_is_wanted_is_found_without_a_look_at_the_rest()
    {
        var (plainly, any) = (Plainly(Body), Anyhow(Body));

        Assert.NotNull(plainly);
        Assert.Equal(any, plainly);
        Assert.StartsWith("{\n    \"eventId\"", plainly.Value.Inner, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"metadata\": {", "\"m\":{},\"metadata\": {\"n\":{},")]
    [InlineData("\"metadata\": {", "\"metadata\": {},\"metadata\": {")]
    [InlineData("\"orderId\"", "\"\\u006detadata\": {},\"orderId\"")]
    [InlineData("\"CUST-001\"", "\"\\\"metadata\\\":{}\"")]
    public void Metadata_that_may_not_be_what_it_seems_is_left_to_a_closer_look(string part, string other)
    {
        var body = Body.Replace(part, other, StringComparison.Ordinal);

        Assert.Equal("", Plainly(body)?.Inner);
    }

    [Theory]
    [InlineData("\"version\": \"0\"", "\"version\": 0")]
    [InlineData("\"region\"", "\"re\\u0067ion\"")]
    [InlineData("\"resources\": []", "\"resources\": [[]]")]
    [InlineData("\"resources\": []", "\"source\": \"another\"")]
    public void Anything_unusual_is_left_to_the_reader_that_knows_all_of_JSON(string part, string other) =>
        Assert.Null(Plainly(Body.Replace(part, other, StringComparison.Ordinal)));

    private static (string Source, string Detail, string Inner)? Plainly(string body)
    {
        var (utf8, found) = (Encoding.UTF8.GetBytes(body), default(MemberRanges));
        return PlainObject.TryFind(utf8, Names, checksOuter: false, ref found) ? Texts(utf8, found) : null;
    }

    private static (string Source, string Detail, string Inner)? Anyhow(string body)
    {
        var utf8 = Encoding.UTF8.GetBytes(body);
        return Texts(utf8, AnyObject.Find(utf8, "", Names));
    }

    private static (string Source, string Detail, string Inner) Texts(byte[] utf8, MemberRanges found)
    {
        return (Text(found[0]), Text(found[1]), Text(found.Inner));

        string Text(JsonRange range) => Encoding.UTF8.GetString(range.In(utf8));
    }
}
