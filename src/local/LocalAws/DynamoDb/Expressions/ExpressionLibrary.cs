using LocalAws.DynamoDb.Expressions.Conditions;
using LocalAws.DynamoDb.Expressions.Keys;
using LocalAws.DynamoDb.Expressions.Updates;

namespace LocalAws.DynamoDb.Expressions;

/// <summary>Turns a request's expressions into what can be evaluated, or refuses them as DynamoDB does.</summary>
internal sealed class ExpressionLibrary
{
    private readonly ExpressionCache<ICondition> _conditions = new(ConditionParser.Parse);
    private readonly ExpressionCache<IReadOnlyList<IUpdateAction>> _updates = new(UpdateParser.Parse);
    private readonly ExpressionCache<IReadOnlyList<DocumentPath>> _projections = new(ProjectionParser.Parse);

    public Condition? Condition(string? expression, ExpressionAttributes attributes) =>
        Condition(expression, "ConditionExpression", attributes);

    public Condition? Filter(string? expression, ExpressionAttributes attributes) =>
        Condition(expression, "FilterExpression", attributes);

    public KeyCondition KeyCondition(string expression, ExpressionAttributes attributes)
    {
        const string Kind = "KeyConditionExpression";
        var check = new ExpressionCheck(Kind, attributes);
        return new KeyCondition(Bind(_conditions.Get(expression, Kind), check), check);
    }

    public Update? Update(string? expression, ExpressionAttributes attributes)
    {
        if (expression is null)
        {
            return null;
        }

        const string Kind = "UpdateExpression";
        var check = new ExpressionCheck(Kind, attributes);
        var parsed = _updates.Get(expression, Kind);
        return new Update(Bind(parsed, check), parsed.Paths, check);
    }

    public Projection? Projection(string? expression, ExpressionAttributes attributes)
    {
        if (expression is null)
        {
            return null;
        }

        const string Kind = "ProjectionExpression";
        var check = new ExpressionCheck(Kind, attributes);
        return new Projection(Bind(_projections.Get(expression, Kind), check), check);
    }

    private static T Bind<T>(ParsedExpression<T> parsed, ExpressionCheck check) =>
        check.Attributes.Use(parsed.Placeholders) is { } fault ? throw check.Refusal(fault) : parsed.Root;

    private Condition? Condition(string? expression, string kind, ExpressionAttributes attributes)
    {
        if (expression is null)
        {
            return null;
        }

        var check = new ExpressionCheck(kind, attributes);
        var parsed = _conditions.Get(expression, kind);
        var root = Bind(parsed, check);
        root.Check(check);
        return new Condition(root, attributes, parsed.Paths);
    }
}
