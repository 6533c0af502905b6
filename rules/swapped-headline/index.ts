export default {} as any
