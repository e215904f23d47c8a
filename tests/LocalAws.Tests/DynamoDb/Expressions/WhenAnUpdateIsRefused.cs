namespace LocalAws.Tests.DynamoDb.Expressions;

public sealed class WhenAnUpdateIsRefused
{
    [Theory]
    [InlineData("", "The expression can not be empty;")]
    [InlineData("INVALID SYNTAX HERE", "Syntax error; token: \"INVALID\", near: \"INVALID SYNTAX\"")]
    [InlineData("SET a", "Syntax error; token: \"<EOF>\", near: \"a\"")]
    [InlineData("SET _123 = :one", "Syntax error; token: \"_\", near: \"SET _123\"")]
    [InlineData("SET hi-there = :one", "Syntax error; token: \"-\", near: \"hi-there\"")]
    [InlineData("SET # = :one", "Syntax error; token: \"#\", near: \"SET # =\"")]
    [InlineData("SET a = :", "Syntax error; token: \":\", near: \"= :\"")]
    [InlineData("SET :one = a", "Syntax error; token: \":one\", near: \"SET :one =\"")]
    [InlineData("SET a = :one + :two + :five", "Syntax error; token: \"+\", near: \":two + :five\"")]
    [InlineData("SET a = if_not_exists(a, :one + :two)", "Syntax error; token: \"+\", near: \":one + :two\"")]
    [InlineData("SET a = _f(b)", "Syntax error; token: \"_\", near: \"= _f\"")]
    [InlineData("ADD a b", "Syntax error; token: \"b\", near: \"a b\"")]
    [InlineData("SET a[#a] = :one", "Syntax error; token: \"#a\", near: \"[#a]\"")]
    [InlineData("SET a = :one, REMOVE b", "Syntax error; token: \"b\", near: \"REMOVE b\"")]
    public void It_says_what_it_cannot_read(string update, string message) => AssertRefused(update, message);

    [Theory]
    [InlineData("SET name = :one", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("REMOVE a, ttl", "Attribute name is a reserved keyword; reserved keyword: ttl")]
    [InlineData("SET a = :one SET b = :two", "The \"SET\" section can only be used once in an update expression;")]
    [InlineData("SET a = :one REMOVE b SET c = :two", "The \"SET\" section can only be used once in an update expression;")]
    [InlineData("SET a = :nope", "An expression attribute value used in expression is not defined; attribute value: :nope")]
    [InlineData("SET #nope = :one", "An expression attribute name used in the document path is not defined; attribute name: #nope")]
    [InlineData("SET a = f123_hi(b)", "Invalid function name; function: f123_hi")]
    [InlineData("SET a = LIST_APPEND(b, :list)", "Invalid function name; function: LIST_APPEND")]
    [InlineData("SET a = size(b)", "The function is not allowed in an update expression; function: size")]
    [InlineData("SET a = list_append(list_append(b, :list), :list)",
        "The function is not allowed to be used this way in an expression; function: list_append")]
    [InlineData("SET a = list_append(:list)",
        "Incorrect number of operands for operator or function; operator or function: list_append, number of operands: 1")]
    [InlineData("SET a = if_not_exists(:one, :two)",
        "Operator or function requires a document path; operator or function: if_not_exists")]
    public void It_follows_the_language(string update, string message) => AssertRefused(update, message);

    [Theory]
    [InlineData("SET a = :hello + :one",
        "Incorrect operand type for operator or function; operator or function: +, operand type: S")]
    [InlineData("SET a = b - :list",
        "Incorrect operand type for operator or function; operator or function: -, operand type: L")]
    [InlineData("SET a = list_append(b, :hello)",
        "Incorrect operand type for operator or function; operator or function: list_append, operand type: S")]
    [InlineData("ADD a :hello",
        "Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND")]
    [InlineData("ADD a :list",
        "Incorrect operand type for operator or function; operator: ADD, operand type: LIST, typeSet: ALLOWED_FOR_ADD_OPERAND")]
    [InlineData("DELETE a :one",
        "Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND")]
    public void Operands_known_beforehand_have_to_fit(string update, string message) => AssertRefused(update, message);

    [Theory]
    [InlineData("SET a = :one REMOVE a", "overlap", "[a]", "[a]")]
    [InlineData("SET a = :one, #a = :two", "overlap", "[a]", "[a]")]
    [InlineData("SET a = :one, a.b = :two", "overlap", "[a]", "[a, b]")]
    [InlineData("SET a.b = :one, a = :two", "overlap", "[a, b]", "[a]")]
    [InlineData("SET a[1] = :one, a[1][2].c = :two", "overlap", "[a, [1]]", "[a, [1], [2], c]")]
    [InlineData("SET a.b = :one, a[1] = :two", "conflict", "[a, b]", "[a, [1]]")]
    [InlineData("SET a.b.c = :one, a.b[2] = :two", "conflict", "[a, b, c]", "[a, b, [2]]")]
    public void Paths_may_not_clash(string update, string how, string one, string two) => AssertRefused(
        update,
        $"Two document paths {how} with each other; must remove or rewrite one of these paths; path one: {one}, path two: {two}");

    private static void AssertRefused(string update, string message) => Assert.Equal(
        $"Invalid UpdateExpression: {message}",
        ExpressionSpec.Refusal(() => ExpressionSpec.Library.Update(update, ExpressionSpec.Attributes())));
}
