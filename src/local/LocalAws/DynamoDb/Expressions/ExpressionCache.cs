using System.Collections.Concurrent;

namespace LocalAws.DynamoDb.Expressions;

/// <summary>Keeps what was parsed, since programs send few expressions, often. Forgets all when it has grown too large.</summary>
/// <param name="parse">Parses an expression, for messages as the parameter of that name.</param>
internal sealed class ExpressionCache<T>(Func<string, string, ParsedExpression<T>> parse)
{
    private const int MaxExpressions = 1_000;

    private readonly ConcurrentDictionary<string, ParsedExpression<T>> _parsed = new();

    /// <summary>The parsed expression; what cannot be parsed is refused and not kept.</summary>
    public ParsedExpression<T> Get(string expression, string kind)
    {
        if (_parsed.TryGetValue(expression, out var found))
        {
            return found;
        }

        var parsed = parse(expression, kind);
        if (_parsed.Count >= MaxExpressions)
        {
            _parsed.Clear();
        }

        return _parsed[expression] = parsed;
    }
}
