namespace LocalAws.Tests.DynamoDb.Expressions;

public sealed class WhenAConditionIsRefused
{
    [Theory]
    [InlineData("", "The expression can not be empty;")]
    [InlineData("  ", "The expression can not be empty;")]
    [InlineData("a", "Syntax error; token: \"<EOF>\", near: \"a\"")]
    [InlineData("a =", "Syntax error; token: \"<EOF>\", near: \"=\"")]
    [InlineData("a = :one b", "Syntax error; token: \"b\", near: \":one b\"")]
    [InlineData("a != :one", "Syntax error; token: \"!\", near: \"a !=\"")]
    [InlineData("attribute_not_exists(", "Syntax error; token: \"<EOF>\", near: \"(\"")]
    [InlineData("a IN ()", "Syntax error; token: \")\", near: \"()\"")]
    [InlineData("_a = :one", "Syntax error; token: \"_\", near: \"_a\"")]
    [InlineData("a[:one] = :one", "Syntax error; token: \":one\", near: \"[:one]\"")]
    [InlineData("a[-1] = :one", "Syntax error; token: \"-\", near: \"[-1\"")]
    [InlineData("(a = b) = :one", "Syntax error; token: \"=\", near: \") = :one\"")]
    [InlineData("a = b = c", "Syntax error; token: \"=\", near: \"b = c\"")]
    public void It_says_what_it_cannot_read(string condition, string message) => AssertRefused(condition, message);

    [Theory]
    [InlineData("name = :one", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("a = :one AND Status = :one", "Attribute name is a reserved keyword; reserved keyword: Status")]
    [InlineData("a.count = :one", "Attribute name is a reserved keyword; reserved keyword: count")]
    [InlineData("attribute_exists(items)", "Attribute name is a reserved keyword; reserved keyword: items")]
    public void A_bare_reserved_word_is_named(string condition, string message) => AssertRefused(condition, message);

    [Theory]
    [InlineData("a > between", "Syntax error; token: \"between\", near: \"> between\"")]
    [InlineData("and = :one", "Syntax error; token: \"and\", near: \"and =\"")]
    [InlineData("a = :one AND ", "Syntax error; token: \"<EOF>\", near: \"AND\"")]
    public void A_word_of_the_grammar_is_no_name(string condition, string message) => AssertRefused(condition, message);

    [Fact]
    public void All_573_reserved_words_are_known_whatever_their_case()
    {
        string[] words = ["abort", "ABSOLUTE", "Bucket", "counter", "hash", "metrics", "state", "timestamp", "ttl", "value", "ZONE"];

        Assert.All(words, word => AssertRefused(
            $"{word} = :one", $"Attribute name is a reserved keyword; reserved keyword: {word}"));
        string[] free = ["available", "reserved", "threshold", "metric", "marker", "orderId", "amount", "expiresAt", "sum1"];
        Assert.All(free, word => ExpressionSpec.Library.Condition($"{word} = :one", ExpressionSpec.Attributes()));
    }

    [Theory]
    [InlineData("#nope = :one", "An expression attribute name used in the document path is not defined; attribute name: #nope")]
    [InlineData("a = :nope", "An expression attribute value used in expression is not defined; attribute value: :nope")]
    public void A_placeholder_without_definition_is_named(string condition, string message) => AssertRefused(condition, message);

    [Theory]
    [InlineData("dog(a)", "Invalid function name; function: dog")]
    [InlineData("ATTRIBUTE_EXISTS(a)", "Invalid function name; function: ATTRIBUTE_EXISTS")]
    [InlineData("if_not_exists(a, b) = :one", "The function is not allowed in a condition expression; function: if_not_exists")]
    [InlineData("size(a)", "The function is not allowed to be used this way in an expression; function: size")]
    [InlineData("NOT size(a)", "The function is not allowed to be used this way in an expression; function: size")]
    [InlineData("attribute_exists(a) = :one",
        "The function is not allowed to be used this way in an expression; function: attribute_exists")]
    [InlineData("contains(a, attribute_exists(b))",
        "The function is not allowed to be used this way in an expression; function: attribute_exists")]
    [InlineData("attribute_exists(a, b)",
        "Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2")]
    [InlineData("size(a, b) = :one",
        "Incorrect number of operands for operator or function; operator or function: size, number of operands: 2")]
    [InlineData("begins_with(a)",
        "Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1")]
    [InlineData("attribute_exists(:one)",
        "Operator or function requires a document path; operator or function: attribute_exists")]
    [InlineData("begins_with(a, :one)",
        "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N")]
    [InlineData("size(:one) = :one",
        "Incorrect operand type for operator or function; operator or function: size, operand type: N")]
    [InlineData("attribute_type(a, :one)",
        "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N")]
    [InlineData("attribute_type(a, size(a))",
        "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N")]
    [InlineData("attribute_type(a, a)",
        "The first operand must be distinct from the remaining operands for this operator or function; "
        + "operator: attribute_type, first operand: [a]")]
    [InlineData("attribute_type(a, b)",
        "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: {NS,SS,L,BS,N,M,B,BOOL,NULL,S}")]
    [InlineData("attribute_type(a, :dog)",
        "Invalid attribute type name found; type: DOG, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}")]
    public void Functions_are_used_as_they_are_meant(string condition, string message) => AssertRefused(condition, message);

    [Theory]
    [InlineData("a < :list", "Incorrect operand type for operator or function; operator or function: <, operand type: L")]
    [InlineData(":true >= a", "Incorrect operand type for operator or function; operator or function: >=, operand type: BOOL")]
    [InlineData("a BETWEEN :list AND :list",
        "Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: L")]
    [InlineData("a BETWEEN :two AND :one",
        "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
        + "lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}")]
    [InlineData("a BETWEEN :one AND :hello",
        "The BETWEEN operator requires same data type for lower and upper bounds; "
        + "lower bound operand: AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:hello}")]
    [InlineData("a = #a",
        "The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]")]
    [InlineData("contains(a.b[1], a.#b[1])",
        "The first operand must be distinct from the remaining operands for this operator or function; "
        + "operator: contains, first operand: [a, b, [1]]")]
    public void Operands_known_beforehand_have_to_fit(string condition, string message) => AssertRefused(condition, message);

    [Theory]
    [InlineData("((a = :one))", "The expression has redundant parentheses;")]
    [InlineData("(a = :one) AND ((b = :one))", "The expression has redundant parentheses;")]
    public void Parentheses_are_not_doubled(string condition, string message) => AssertRefused(condition, message);

    [Fact]
    public void It_is_not_longer_than_4096_bytes()
    {
        ExpressionSpec.Library.Condition("a" + new string(' ', 4096 - 6) + "=:one", ExpressionSpec.Attributes());

        AssertRefused(
            "a" + new string(' ', 4096 - 5) + "=:one",
            "Expression size has exceeded the maximum allowed size; expression size: 4097");
    }

    [Fact]
    public void It_has_at_most_300_operators()
    {
        ExpressionSpec.Library.Condition("NOT a<b" + string.Concat(Enumerable.Repeat(" OR a<b", 149)), ExpressionSpec.Attributes());

        AssertRefused(
            "a<b" + string.Concat(Enumerable.Repeat(" OR a<b", 150)),
            "The expression contains too many operators; operator count: 301");
    }

    [Fact]
    public void A_path_has_at_most_32_elements()
    {
        ExpressionSpec.Library.Condition($"attribute_exists(a{string.Concat(Enumerable.Repeat(".b", 31))})", ExpressionSpec.Attributes());

        AssertRefused(
            $"attribute_exists(a{string.Concat(Enumerable.Repeat("[0]", 32))})",
            "The document path has too many nesting levels; nesting levels: 33");
        Assert.Equal(
            "Invalid ProjectionExpression: The document path has too many nesting levels; nesting levels: 33",
            ExpressionSpec.Refusal(() => ExpressionSpec.Library.Projection(
                $"a{string.Concat(Enumerable.Repeat(".b", 32))}", ExpressionSpec.Attributes())));
    }

    [Theory]
    [InlineData("na\u00EFve = :one", "Syntax error; token: \"\u00EF\", near: \"na\u00EFve\"")]
    [InlineData("\u03B1 = :one", "Syntax error; token: \"\u03B1\", near: \"\u03B1 =\"")]
    [InlineData("_a = :one", "Syntax error; token: \"_\", near: \"_a\"")]
    public void A_name_as_it_is_has_ASCII_letters_and_begins_with_one(string condition, string message) =>
        AssertRefused(condition, message);

    [Fact]
    public void IN_takes_at_most_100_operands() => AssertRefused(
        $"a IN ({string.Join(",", Enumerable.Repeat(":one", 101))})",
        "Incorrect number of operands for operator or function; operator or function: IN, number of operands: 101");

    [Theory]
    [InlineData("(", "a<b", ")", 2000)]
    [InlineData("not ", "a<b", "", 1000)]
    [InlineData("size(", "a", ")", 600)]
    public void Nesting_without_end_is_refused(string before, string middle, string after, int times)
    {
        var condition = string.Concat(Enumerable.Repeat(before, times)) + middle + string.Concat(Enumerable.Repeat(after, times));

        Assert.StartsWith(
            "Invalid ConditionExpression: ",
            ExpressionSpec.Refusal(() => ExpressionSpec.Library.Condition(condition, ExpressionSpec.Attributes())),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_names_the_parameter_that_it_is() => Assert.Equal(
        "Invalid FilterExpression: Attribute name is a reserved keyword; reserved keyword: name",
        ExpressionSpec.Refusal(() => ExpressionSpec.Library.Filter("name = :one", ExpressionSpec.Attributes())));

    private static void AssertRefused(string condition, string message) => Assert.Equal(
        $"Invalid ConditionExpression: {message}",
        ExpressionSpec.Refusal(() => ExpressionSpec.Library.Condition(condition, ExpressionSpec.Attributes())));
}
