using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Json;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.Tests.DynamoDb.Expressions;

/// <summary>Expressions on their own: with names and values for their placeholders, without tables.</summary>
internal static class ExpressionSpec
{
    public static readonly ExpressionLibrary Library = new();

    private static readonly Dictionary<string, string> Names = new()
    {
        ["#a"] = "a",
        ["#b"] = "b",
        ["#name"] = "name",
        ["#dotted"] = "a.b",
    };

    private static readonly AttributeMap Values = Map("""
        {
            ":zero": {"N": "0"}, ":one": {"N": "1"}, ":two": {"N": "2"}, ":five": {"N": "5"}, ":s": {"S": "S"}, ":n": {"S": "N"},
            ":hello": {"S": "hello"}, ":hell": {"S": "hell"}, ":ell": {"S": "ell"}, ":dog": {"S": "DOG"},
            ":bytes": {"B": "AAEC"}, ":byte": {"B": "AAE="}, ":true": {"BOOL": true}, ":null": {"NULL": true},
            ":list": {"L": [{"N": "1"}, {"S": "x"}]}, ":map": {"M": {"x": {"N": "1"}}}, ":element": {"S": "x"},
            ":ss": {"SS": ["x", "y"]}, ":ssReversed": {"SS": ["y", "x"]}, ":ns": {"NS": ["1", "2"]}, ":bs": {"BS": ["AAE="]}
        }
        """);

    public static ExpressionAttributes Attributes() => new(Names, Values);

    public static AttributeMap Map(string json) => JsonSerializer
        .Deserialize($$"""{"Item": {{json}} }""", DynamoDbJson.Default.PutItemRequest)!.Item!;

    public static JsonNode? Json(AttributeMap? map)
    {
        if (map is null)
        {
            return null;
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            AttributeValueWriter.Write(writer, map);
        }

        return JsonNode.Parse(stream.ToArray());
    }

    /// <summary>Why an expression is refused.</summary>
    public static string Refusal(Action read)
    {
        var refusal = Assert.Throws<AwsException>(read);
        Assert.Equal("ValidationException", refusal.Code);
        return refusal.Message;
    }
}
