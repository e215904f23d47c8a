using LocalAws.DynamoDb.Expressions.Conditions;
using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Expressions.Keys;

/// <summary>A key condition: one range for each key attribute it names.</summary>
internal sealed class KeyCondition
{
    private const string Between = "BETWEEN";

    private readonly Dictionary<string, KeyRange> _ranges = [];
    private readonly ICondition _root;
    private readonly ExpressionCheck _check;

    public KeyCondition(ICondition root, ExpressionCheck check)
    {
        _root = root;
        _check = check;
        root.Check(check);
    }

    public int Count => _ranges.Count;

    /// <summary>The range of that attribute; null when the condition does not name it.</summary>
    public KeyRange? this[string attribute] => _ranges.GetValueOrDefault(attribute);

    /// <summary>
    /// Refuses a condition that gives no range for each attribute. DynamoDB looks at the request's other expressions first, and does
    /// not name the parameter.
    /// </summary>
    public KeyCondition Resolve()
    {
        Add(_root);
        return this;
    }

    private void Add(ICondition condition)
    {
        switch (condition)
        {
            case AndCondition and:
                Add(and.Left);
                Add(and.Right);
                break;
            case Comparison { Operator: not "<>" } comparison:
                AddComparison(comparison);
                break;
            case BetweenCondition between:
                Add(Between, between.Operand, between.Low, between.High);
                break;
            case BeginsWithFunction function:
                Add(BeginsWithFunction.Name, function.Operands[0], function.Operands[1], function.Operands[1]);
                break;
            default:
                throw DynamoDbErrors.Validation($"Invalid operator used in KeyConditionExpression: {NameOf(condition)}");
        }
    }

    private void AddComparison(Comparison comparison)
    {
        var (left, right) = (comparison.Left, comparison.Right);
        if (left is ValueOperand)
        {
            Add(Mirrored(comparison.Operator), right, left, left);
        }
        else
        {
            Add(comparison.Operator, left, right, right);
        }
    }

    private void Add(string comparator, IOperand attribute, IOperand first, IOperand last)
    {
        if (attribute is SizeFunction)
        {
            throw Nested();
        }

        if (attribute is not PathOperand { Path: var path })
        {
            throw InvalidCondition(comparator is Between or BeginsWithFunction.Name
                ? $"{comparator} operator must have the key attribute as its first operand"
                : "No key attribute specified");
        }

        if (path.Length > 1)
        {
            throw DynamoDbErrors.Validation("KeyConditionExpressions cannot have conditions on nested attributes");
        }

        var range = new KeyRange(comparator, ValueOf(first), ValueOf(last));
        if (!_ranges.TryAdd(path.Head(_check.Attributes), range))
        {
            throw DynamoDbErrors.Validation("KeyConditionExpressions must only contain one condition per key");
        }
    }

    private AttributeValue ValueOf(IOperand operand) => operand switch
    {
        ValueOperand value => value.Evaluate(_check.Attributes),
        PathOperand => throw InvalidCondition("Multiple attribute names used in one condition"),
        _ => throw Nested(),
    };

    private static AwsException Nested() =>
        DynamoDbErrors.Validation("KeyConditionExpressions cannot contain nested operations");

    private static AwsException InvalidCondition(string reason) =>
        DynamoDbErrors.Validation($"Invalid condition in KeyConditionExpression: {reason}");

    private static string Mirrored(string comparator) => comparator switch
    {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        ">=" => "<=",
        _ => comparator,
    };

    private static string NameOf(ICondition condition) => condition switch
    {
        OrCondition => "OR",
        NotCondition => "NOT",
        InCondition => "IN",
        Comparison comparison => comparison.Operator,
        ExistsFunction function => function.Name,
        TypeFunction => TypeFunction.Name,
        _ => ContainsFunction.Name,
    };
}
