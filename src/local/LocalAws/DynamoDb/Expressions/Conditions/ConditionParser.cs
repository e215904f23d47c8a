using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Expressions.Conditions;

/// <summary>
/// Parses conditions, filters and key conditions. From the loosest binding to the tightest:
/// OR, AND, NOT, then comparisons, BETWEEN, IN and functions.
/// </summary>
internal sealed class ConditionParser
{
    private static readonly string[] Comparators = ["=", "<>", "<", "<=", ">", ">="];

    private static readonly string[] Keywords = ["AND", "OR", "NOT", "BETWEEN", "IN"];

    private readonly ExpressionReader _reader;

    private ConditionParser(ExpressionReader reader) => _reader = reader;

    public static ParsedExpression<ICondition> Parse(string expression, string kind)
    {
        var reader = new ExpressionReader(expression, kind, Keywords);
        var parser = new ConditionParser(reader);
        return reader.Complete(parser.Condition(parser.ParseOr()));
    }

    private Term ParseOr()
    {
        var left = ParseAnd();
        while (_reader.AcceptKeyword("OR"))
        {
            _reader.CountOperator();
            left = new Term(new OrCondition(Condition(left), Condition(ParseAnd())));
        }

        return left;
    }

    private Term ParseAnd()
    {
        var left = ParseNot();
        while (_reader.AcceptKeyword("AND"))
        {
            _reader.CountOperator();
            left = new Term(new AndCondition(Condition(left), Condition(ParseNot())));
        }

        return left;
    }

    private Term ParseNot()
    {
        if (!_reader.AcceptKeyword("NOT"))
        {
            return ParseComparison();
        }

        _reader.CountOperator();
        return new Term(new NotCondition(Condition(_reader.Nested(ParseNot))));
    }

    private Term ParseComparison()
    {
        var left = ParseTerm();
        if (Array.Find(Comparators, _reader.Next.IsSymbol) is { } comparator)
        {
            var operand = Operand(left);
            _reader.Read();
            _reader.CountOperator();
            return new Term(new Comparison(comparator, operand, Operand(ParseTerm())));
        }

        if (_reader.Next.IsKeyword("BETWEEN"))
        {
            return new Term(ParseBetween(Operand(left)));
        }

        return _reader.Next.IsKeyword("IN") ? new Term(ParseIn(Operand(left))) : left;
    }

    private BetweenCondition ParseBetween(IOperand operand)
    {
        _reader.Read();
        _reader.CountOperator();
        var low = Operand(ParseTerm());
        _reader.ExpectKeyword("AND");
        return new BetweenCondition(operand, low, Operand(ParseTerm()));
    }

    private InCondition ParseIn(IOperand operand)
    {
        _reader.Read();
        _reader.CountOperator();
        return new InCondition(operand, ParseOperands());
    }

    private Term ParseTerm()
    {
        if (_reader.Next.IsSymbol("("))
        {
            return _reader.Nested(ParseParentheses);
        }

        if (_reader.Next.Kind == TokenKind.ValuePlaceholder)
        {
            return new Term(_reader.ReadValue());
        }

        return _reader.Next.Kind == TokenKind.Name && _reader.AfterNext.IsSymbol("(")
            ? _reader.Nested(ParseFunction)
            : new Term(new PathOperand(_reader.ReadPath()));
    }

    private Term ParseParentheses()
    {
        _reader.Expect("(");
        var inner = ParseOr();
        _reader.Expect(")");
        if (inner.IsParenthesised)
        {
            _reader.Fault("The expression has redundant parentheses;");
        }

        return inner with { IsParenthesised = true };
    }

    private Term ParseFunction()
    {
        var name = _reader.Read().Text;
        _reader.CountOperator();
        var operands = ParseOperands();
        return name switch
        {
            ExistsFunction.Exists or ExistsFunction.NotExists => Call(new ExistsFunction(name, operands)),
            TypeFunction.Name => Call(new TypeFunction(operands)),
            BeginsWithFunction.Name => Call(new BeginsWithFunction(operands)),
            ContainsFunction.Name => Call(new ContainsFunction(operands)),
            SizeFunction.Name => new Term(new SizeFunction(operands)) { Function = name },
            IfNotExistsFunction.Name or ListAppendFunction.Name => throw _reader.Refusal(
                $"The function is not allowed in a condition expression; function: {name}"),
            _ => throw _reader.Refusal($"Invalid function name; function: {name}"),
        };

        Term Call(ICondition condition) => new(condition) { Function = name };
    }

    private List<IOperand> ParseOperands()
    {
        var operands = new List<IOperand>();
        _reader.Expect("(");
        do
        {
            operands.Add(Operand(ParseTerm()));
        }
        while (_reader.Accept(","));
        _reader.Expect(")");
        return operands;
    }

    private ICondition Condition(Term term) => term.Condition ?? throw Misplaced(term);

    private IOperand Operand(Term term) => term.Operand ?? throw Misplaced(term);

    private AwsException Misplaced(Term term) => term.Function is null
        ? _reader.SyntaxError()
        : _reader.Refusal($"The function is not allowed to be used this way in an expression; function: {term.Function}");

    /// <summary>What was parsed: a condition or an operand.</summary>
    private readonly record struct Term(ICondition? Condition, IOperand? Operand = null)
    {
        public Term(IOperand operand)
            : this(null, operand)
        {
        }

        /// <summary>The function that it is a call of.</summary>
        public string? Function { get; init; }

        public bool IsParenthesised { get; init; }
    }
}
