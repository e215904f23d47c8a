namespace LocalAws.DynamoDb.Expressions;

/// <summary>Parses projections: paths with commas between them.</summary>
internal static class ProjectionParser
{
    public static ParsedExpression<IReadOnlyList<DocumentPath>> Parse(string expression, string kind)
    {
        var reader = new ExpressionReader(expression, kind);
        var paths = new List<DocumentPath>();
        do
        {
            paths.Add(reader.ReadPath());
        }
        while (reader.Accept(","));
        return reader.Complete<IReadOnlyList<DocumentPath>>(paths);
    }
}
