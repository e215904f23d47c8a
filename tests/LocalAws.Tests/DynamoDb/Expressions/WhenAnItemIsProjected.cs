namespace LocalAws.Tests.DynamoDb.Expressions;

public sealed class WhenAnItemIsProjected
{
    private const string Item = """
        {
            "a": {"M": {"b": {"L": [{"N": "2"}, {"N": "4"}, {"M": {"x": {"S": "hi"}, "y": {"S": "yo"}}}]}, "c": {"N": "5"}}},
            "b": {"S": "hello"}, "a.b": {"S": "dotted"}, "name": {"S": "Ann"}
        }
        """;

    [Theory]
    [InlineData("b", """{"b":{"S":"hello"}}""")]
    [InlineData("b, #name", """{"b":{"S":"hello"},"name":{"S":"Ann"}}""")]
    [InlineData("#dotted", """{"a.b":{"S":"dotted"}}""")]
    [InlineData("a.c", """{"a":{"M":{"c":{"N":"5"}}}}""")]
    [InlineData("a.b[0]", """{"a":{"M":{"b":{"L":[{"N":"2"}]}}}}""")]
    [InlineData("a.b[2].y", """{"a":{"M":{"b":{"L":[{"M":{"y":{"S":"yo"}}}]}}}}""")]
    [InlineData("a.b[2].x, a.b[2].y, a.b[0]", """{"a":{"M":{"b":{"L":[{"N":"2"},{"M":{"x":{"S":"hi"},"y":{"S":"yo"}}}]}}}}""")]
    [InlineData("a.b[1], a.c, b", """{"a":{"M":{"b":{"L":[{"N":"4"}]},"c":{"N":"5"}}},"b":{"S":"hello"}}""")]
    [InlineData("absent, a.absent, a.b[7], b.x, a.b[0].x", "{}")]
    [InlineData("a[0]", "{}")]
    public void Its_parts_stand_in_documents_of_the_same_shape(string projection, string expected) => Dynamo.AssertJson(
        expected,
        ExpressionSpec.Json(ExpressionSpec.Library.Projection(projection, ExpressionSpec.Attributes())!.Of(ExpressionSpec.Map(Item))));

    [Theory]
    [InlineData("", "The expression can not be empty;")]
    [InlineData("a,", "Syntax error; token: \"<EOF>\", near: \",\"")]
    [InlineData(",a", "Syntax error; token: \",\", near: \",a\"")]
    [InlineData("a b", "Syntax error; token: \"b\", near: \"a b\"")]
    [InlineData("a, status", "Attribute name is a reserved keyword; reserved keyword: status")]
    [InlineData("#nope", "An expression attribute name used in the document path is not defined; attribute name: #nope")]
    [InlineData("a, a", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]")]
    [InlineData("a, a.b",
        "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]")]
    [InlineData("a.b, a[1]",
        "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [1]]")]
    public void A_projection_that_makes_no_sense_is_refused(string projection, string message) => Assert.Equal(
        $"Invalid ProjectionExpression: {message}",
        ExpressionSpec.Refusal(() => ExpressionSpec.Library.Projection(projection, ExpressionSpec.Attributes())));
}
