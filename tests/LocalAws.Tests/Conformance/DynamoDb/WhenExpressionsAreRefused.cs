using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using static LocalAws.Tests.Conformance.DynamoDb.Values;

namespace LocalAws.Tests.Conformance.DynamoDb;

public sealed class WhenExpressionsAreRefused(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SET a = ", "Invalid UpdateExpression: Syntax error; token: \"<EOF>\", near: \"=\"", true)]
    [InlineData("SET a = :missing",
        "Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :missing", false)]
    [InlineData("SET #a = :v",
        "Invalid UpdateExpression: An expression attribute name used in the document path is not defined; attribute name: #a", false)]
    [InlineData("SET status = :v", "Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: status", true)]
    [InlineData("SET a = :v SET b = :v", "Invalid UpdateExpression: The \"SET\" section can only be used once in an update expression;", true)]
    [InlineData("SET a = :v, a.b = :v",
        "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; "
        + "path one: [a], path two: [a, b]", true)]
    [InlineData("SET a = sum(:v)", "Invalid UpdateExpression: Invalid function name; function: sum", false)]
    public async Task An_update_says_why(string expression, string message, bool alsoOnMoto)
    {
        SkipUnless(alsoOnMoto);
        var request = new UpdateItemRequest
        {
            TableName = await endpoint.CreateTableAsync(),
            Key = Key("a"),
            UpdateExpression = expression,
            ExpressionAttributeValues = new() { [":v"] = S("x") },
        };

        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => endpoint.DynamoDb.UpdateItemAsync(request, Cancellation));

        Assert.Equal(("ValidationException", message), (error.ErrorCode, error.Message));
    }

    [Theory]
    [InlineData("a = :v AND", "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"AND\"", false)]
    [InlineData("((a = :v))", "Invalid ConditionExpression: The expression has redundant parentheses;", true)]
    [InlineData("begins_with(a, :n)",
        "Invalid ConditionExpression: Incorrect operand type for operator or function; operator or function: begins_with, operand type: N", false)]
    [InlineData("attribute_exists(a, b)",
        "Invalid ConditionExpression: Incorrect number of operands for operator or function; "
        + "operator or function: attribute_exists, number of operands: 2", false)]
    [InlineData("a = :v", "Value provided in ExpressionAttributeValues unused in expressions: keys: {:n}", false)]
    public async Task A_condition_says_why(string expression, string message, bool alsoOnMoto)
    {
        SkipUnless(alsoOnMoto);
        var request = new PutItemRequest(await endpoint.CreateTableAsync(), Key("a"))
        {
            ConditionExpression = expression,
            ExpressionAttributeValues = new() { [":v"] = S("x"), [":n"] = N("1") },
        };

        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => endpoint.DynamoDb.PutItemAsync(request, Cancellation));

        Assert.Equal(("ValidationException", message), (error.ErrorCode, error.Message));
    }

    [Theory]
    [InlineData("sk = :n", "Query condition missed key schema element: pk", true)]
    [InlineData("pk = :v OR sk = :n", "Invalid operator used in KeyConditionExpression: OR", false)]
    [InlineData("pk > :v AND sk = :n", "Query key condition not supported", true)]
    public async Task A_key_condition_says_why(string expression, string message, bool alsoOnMoto)
    {
        SkipUnless(alsoOnMoto);
        Dictionary<string, AttributeValue> values = new() { [":n"] = N("1") };
        if (expression.Contains(":v", StringComparison.Ordinal))
        {
            values[":v"] = S("x");
        }

        var request = new QueryRequest(await endpoint.CreateTableAsync())
        {
            KeyConditionExpression = expression,
            ExpressionAttributeValues = values,
        };

        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => endpoint.DynamoDb.QueryAsync(request, Cancellation));

        Assert.Equal(("ValidationException", message), (error.ErrorCode, error.Message));
    }

    private void SkipUnless(bool alsoOnMoto)
    {
        if (!alsoOnMoto)
        {
            Differences.ExpressionMessages.Skip(endpoint);
        }
    }
}
